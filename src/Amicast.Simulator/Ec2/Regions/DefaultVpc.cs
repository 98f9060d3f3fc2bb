using Amicast.Simulator.Account;
using Amicast.Simulator.Ec2.Resources;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The default VPC of a Region, with a default subnet in each Availability Zone and a default security group.</summary>
internal sealed class DefaultVpc
{
    /// <summary>The range of every default VPC.</summary>
    internal const string CidrBlock = "172.31.0.0/16";

    private readonly Chance _chance;

    /// <param name="said">The ids that are not to be made up.</param>
    internal DefaultVpc(Chance chance, IReadOnlyList<string> zones, DefaultVpcDocument? said)
    {
        _chance = chance;
        var ids = new ResourceIds(chance);
        var (vpcId, securityGroupId) = (ids.Next("vpc"), ids.Next("sg"));
        VpcId = said?.VpcId ?? vpcId;
        SecurityGroupId = said?.SecurityGroupId ?? securityGroupId;
        SubnetIds = zones.Select(zone => (zone, Id: ids.Next("subnet"))).ToDictionary(
            subnet => subnet.zone, subnet => said?.SubnetIds.GetValueOrDefault(subnet.zone) ?? subnet.Id);
    }

    internal string VpcId { get; }

    internal string SecurityGroupId { get; }

    /// <summary>By Availability Zone.</summary>
    internal IReadOnlyDictionary<string, string> SubnetIds { get; }

    /// <summary>The next address of 172.31.0.0/16.</summary>
    internal string NextAddress() => $"172.31.{_chance.Next(0, 256)}.{_chance.Next(4, 255)}";
}
