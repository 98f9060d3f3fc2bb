using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>What a request says of a template's version.</summary>
internal static class TemplateData
{
    private const int LongestDescription = 255;

    /// <exception cref="Ec2Exception">MissingParameter, UnsupportedOperation.</exception>
    internal static LaunchSettings Read(Parameters parameters) => parameters.Has("LaunchTemplateData")
        ? LaunchSettingsReader.Read(parameters.Structure("LaunchTemplateData"))
        : throw RequestErrors.MissingParameter("LaunchTemplateData");

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal static string? ReadDescription(Parameters parameters) => parameters.Text("VersionDescription") switch
    {
        { Length: > LongestDescription } => throw RequestErrors.InvalidValue($"The version description is longer than {LongestDescription} characters."),
        var description => description,
    };
}
