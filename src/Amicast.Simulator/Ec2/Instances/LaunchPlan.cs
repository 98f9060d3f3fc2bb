using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>What a RunInstances request comes to: its settings joined with its template's, and everything checked.</summary>
internal sealed record LaunchPlan(
    LaunchSettings Settings,
    Image Image,
    string InstanceType,
    string Zone,
    string SubnetId,
    IReadOnlyList<string> SecurityGroupIds,
    IReadOnlyList<LaunchDevice> Devices,
    (string Id, long Version)? Template)
{
    private static readonly string[] OwnParameters = ["MinCount", "MaxCount", "LaunchTemplate", "ClientToken", "DryRun"];

    /// <exception cref="Ec2Exception">The request is refused.</exception>
    internal static LaunchPlan Read(Call call)
    {
        var own = LaunchSettingsReader.Read(call.Parameters, OwnParameters);
        var template = TemplateOf(call);
        var settings = template is { } used ? own.Over(used.Version.Settings) : own;
        LaunchLimits.Check(settings);
        var image = ImageOf(call, settings);
        var instanceType = settings.InstanceType ?? InstanceTypes.Default;
        InstanceTypes.Check(instanceType, image.Architecture, call.Region);
        var network = settings.NetworkInterfaces.FirstOrDefault(network => network.DeviceIndex == 0);
        var (zone, subnetId) = LaunchPlace.Read(call, settings, network?.SubnetId);
        return new(
            settings,
            image,
            instanceType,
            zone,
            subnetId,
            LaunchPlace.ReadGroups(call.Region, settings, network),
            LaunchDevice.Join(image, settings.BlockDevices, call),
            template is { } one ? (one.Template.Id, one.Version.Number) : null);
    }

    private static (LaunchTemplate Template, TemplateVersion Version)? TemplateOf(Call call)
    {
        if (!call.Parameters.Has("LaunchTemplate"))
        {
            return null;
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
        var id => call.Image(call.Region, id).Available(call.Now),
    };
}
