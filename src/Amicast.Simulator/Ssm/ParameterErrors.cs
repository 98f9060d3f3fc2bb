using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ssm;

internal static class ParameterErrors
{
    internal static Ec2Exception NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");

    internal static Ec2Exception VersionNotFound(string name, string version) => new(
        "ParameterVersionNotFound", $"Systems Manager could not find version {version} of {name}. Verify the version and try again.");

    internal static Ec2Exception AlreadyExists() => new(
        "ParameterAlreadyExists",
        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    internal static Ec2Exception Invalid(string message) => new("ValidationException", message);

    /// <exception cref="Ec2Exception">ValidationException.</exception>
    internal static string Required(this Parameters parameters, string name, string member) =>
        parameters.Text(name) is { Length: > 0 } text
            ? text
            : throw Invalid($"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must not be null");
}
