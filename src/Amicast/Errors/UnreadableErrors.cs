namespace Amicast.Errors;

// What another version wrote, or whoever deployed this one: it cannot be worked with, and trying again changes nothing.

/// <summary>An environment variable of the deployment has a value that it cannot have.</summary>
public sealed class InvalidSettingException(string message) : AmicastException(message);

/// <summary>A plan has the shape of another version of Amicast: executions live for up to a year, and deployments come and go meanwhile.</summary>
/// <param name="schema">The number that it carries.</param>
/// <param name="known">The number that this version reads.</param>
public sealed class UnknownSchemaException(int schema, int known) : AmicastException(
    $"The plan has schema {schema}; this version of Amicast reads schema {known}. Finish the run with the version that wrote it, or start another.");
