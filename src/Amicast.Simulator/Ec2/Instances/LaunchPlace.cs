using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>Where in a Region an instance is launched: zone, subnet and security groups.</summary>
/// <remarks>A choice: every well-formed id of a subnet or security group is one that exists; by name, only the default group does.</remarks>
internal static class LaunchPlace
{
    /// <exception cref="Ec2Exception">InvalidParameterValue, InvalidSubnetID.Malformed, InvalidParameterCombination, VPCIdNotSpecified.</exception>
    internal static (string Zone, string SubnetId) Read(Call call, LaunchSettings settings, string? interfaceSubnetId)
    {
        var region = call.Region;
        if (settings.Zone is { } named && !region.Zones.Contains(named))
        {
            throw RequestErrors.InvalidValue($"Invalid availability zone: [{named}]");
        }

        if (settings.SubnetId is not null && settings.NetworkInterfaces.Count > 0)
        {
            throw RequestErrors.InvalidCombination("Network interfaces and an instance-level subnet ID may not be specified on the same request");
        }

        if ((settings.SubnetId ?? interfaceSubnetId) is not { } subnetId)
        {
            if (!region.Settings.HasDefaultVpc)
            {
                throw new Ec2Exception("VPCIdNotSpecified", "No default VPC for this user");
            }

            var zone = settings.Zone ?? region.Zones[call.Account.Chance.Next(0, region.Zones.Count)];
            return (zone, region.Vpc.SubnetIds[zone]);
        }

        ResourceIds.Check(subnetId, "subnet", "InvalidSubnetID.Malformed");
        var known = region.Vpc.SubnetIds.FirstOrDefault(pair => pair.Value == subnetId).Key;
        return (known ?? settings.Zone ?? region.Zones[0], subnetId);
    }

    /// <exception cref="Ec2Exception">InvalidGroupId.Malformed, InvalidGroup.NotFound, InvalidParameterCombination.</exception>
    internal static IReadOnlyList<string> ReadGroups(Region region, LaunchSettings settings, NetworkInterface? network)
    {
        if (network is not null && settings.SecurityGroupIds.Count + settings.SecurityGroups.Count > 0)
        {
            throw RequestErrors.InvalidCombination("Network interfaces and an instance-level security groups may not be specified on the same request");
        }

        if (settings.SecurityGroups.FirstOrDefault(name => name != "default") is { } unknown)
        {
            throw new Ec2Exception("InvalidGroup.NotFound", $"The security group '{unknown}' does not exist in default VPC '{region.Vpc.VpcId}'");
        }

        var ids = network?.SecurityGroupIds ?? settings.SecurityGroupIds;
        foreach (var id in ids)
        {
            ResourceIds.Check(id, "sg", "InvalidGroupId.Malformed");
        }

        return ids.Count > 0 ? ids : [region.Vpc.SecurityGroupId];
    }
}
