namespace Amicast.Cli.Kept;

/// <summary>How an execution on AWS is carried out by this process.</summary>
/// <param name="State">Where it is kept.</param>
/// <param name="AllowPublicImages">Whether the request may make images public.</param>
/// <param name="AsJson">The report as JSON on standard output.</param>
internal sealed record KeptOptions(StateFolder State, bool AllowPublicImages, bool AsJson);
