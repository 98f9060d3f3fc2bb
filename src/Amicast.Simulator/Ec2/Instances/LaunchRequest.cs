using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>What a RunInstances request asks for: its own settings, those of its template's version, and the image.</summary>
/// <param name="Own">What the request itself says.</param>
/// <param name="Settings">The same over what the template says.</param>
internal sealed record LaunchRequest(LaunchSettings Own, LaunchSettings Settings, Image Image, LaunchTemplate? Template, TemplateVersion? Version)
{
    private static readonly string[] OwnParameters = ["MinCount", "MaxCount", "LaunchTemplate", "ClientToken", "DryRun"];

    /// <summary>Whether all that the request says is where to launch, from which image, with which volumes and tags.</summary>
    internal bool SaysNothingOfTheInstance => Own is
    {
        InstanceType: null, IamInstanceProfileArn: null, IamInstanceProfileName: null, UserData: null, EbsOptimized: null, Monitoring: null,
        DisableApiTermination: null, ShutdownBehavior: null, MarketType: null, HttpTokens: null, HttpEndpoint: null, HttpPutResponseHopLimit: null, Tenancy: null,
    };

    /// <exception cref="Ec2Exception">The request cannot be read; its template, the version or the image is not there.</exception>
    internal static LaunchRequest Read(Call call)
    {
        var own = LaunchSettingsReader.Read(call.Parameters, OwnParameters);
        var (template, version) = TemplateOf(call);
        var settings = version is null ? own : own.Over(version.Settings);
        LaunchLimits.Check(settings);
        return new(own, settings, ImageOf(call, settings), template, version);
    }

    private static (LaunchTemplate? Template, TemplateVersion? Version) TemplateOf(Call call)
    {
        if (!call.Parameters.Has("LaunchTemplate"))
        {
            return (null, null);
        }

        var named = call.Parameters.Structure("LaunchTemplate");
        var template = call.Template(named);
        var version = named.Text("Version");
        return (template, template.Version(string.IsNullOrEmpty(version) ? "$Default" : version));
    }

    private static Image ImageOf(Call call, LaunchSettings settings) => settings.ImageId switch
    {
        null => throw RequestErrors.MissingParameter("ImageId"),
        var id when id.StartsWith("resolve:", StringComparison.Ordinal) => throw RequestErrors.Unsupported($"the image '{id}' by a parameter"),
        var id => call.Image(call.Region, id),
    };
}
