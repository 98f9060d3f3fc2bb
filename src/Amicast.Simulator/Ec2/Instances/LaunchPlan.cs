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
    /// <exception cref="Ec2Exception">The request is refused.</exception>
    internal static LaunchPlan Read(Call call)
    {
        var request = LaunchRequest.Read(call);
        var (settings, image) = (request.Settings, request.Image.Available(call.Now));
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
            request is { Template: { } template, Version: { } version } ? (template.Id, version.Number) : null);
    }
}
