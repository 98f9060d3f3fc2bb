using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Looks whether the subnets, security groups, key pair and zones that a launch names are in the Region, and belong together.</summary>
/// <param name="region">The Region.</param>
/// <param name="wish">What is to be launched there.</param>
/// <param name="isWhole">Whether the wish is all that will be said of the launch, so that a subnet that it does not name is none.</param>
internal sealed class LaunchPlaceLook(PlanRegion region, LaunchWish wish, bool isWhole)
{
    private IReadOnlyList<Subnet>? _subnets;
    private IReadOnlyList<SecurityGroup>? _groups;
    private IReadOnlyList<string>? _keys;
    private IReadOnlyList<string>? _zones;
    private Vpc? _defaultVpc;
    private bool _lacksDefaultVpc;

    internal IEnumerable<Task> Looks(CancellationToken cancellation)
    {
        if (wish.Subnets is [var subnet, ..])
        {
            yield return region.Findings.TryAsync(subnet.Path, $"whether the subnet is in {region.Name}", () => LookAtSubnetsAsync(cancellation));
        }
        else if (isWhole)
        {
            yield return region.Findings.TryAsync(wish.Launch.Path, $"whether {region.Name} has a default VPC", () => LookAtVpcAsync(cancellation));
        }

        if (wish.Groups is [var group, ..])
        {
            yield return region.Findings.TryAsync(group.Path, $"whether the security group is in {region.Name}", () => LookAtGroupsAsync(cancellation));
        }

        if (wish.KeyName is { } key)
        {
            yield return region.Findings.TryAsync(key.Path, $"whether the key pair is in {region.Name}", () => LookAtKeysAsync(cancellation));
        }

        if (wish.Zones is [var zone, ..])
        {
            yield return region.Findings.TryAsync(zone.Path, $"whether the zone is in {region.Name}", () => LookAtZonesAsync(cancellation));
        }
    }

    internal void Check()
    {
        CheckVpc();
        CheckSubnets();
        CheckGroups();
        CheckNamed(wish.KeyName is { } key ? [key] : [], _keys, code: "UnknownKeyPair", "key pair");
        CheckNamed(wish.Zones, _zones, code: "UnknownAvailabilityZone", "Availability Zone");
    }

    private void CheckVpc()
    {
        if (_lacksDefaultVpc)
        {
            region.Findings.Refuse(wish.Launch.Path, "NoDefaultVpc", $"{region.Name} has no default VPC, and no subnet is named", "name a subnet, or give the destination its own 'launch'");
        }
    }

    private void CheckSubnets()
    {
        foreach (var subnet in wish.Subnets.Where(_ => _subnets is not null))
        {
            var found = _subnets!.FirstOrDefault(s => s.SubnetId == subnet.Value);
            if (found is null)
            {
                region.Findings.Refuse(subnet.Path, "UnknownSubnet", subnet.Cause($"there is no subnet '{subnet.Value}' in {region.Name}"),
                    wish.Elsewhere);
            }
            else if (wish.Zones.FirstOrDefault(zone => zone.Value != found.AvailabilityZone) is { } zone)
            {
                region.Findings.Refuse(zone.Path, "Conflict", zone.Cause($"subnet '{subnet.Value}' is in {found.AvailabilityZone}, not in '{zone.Value}'"), "leave the zone out: the subnet says it");
            }
        }
    }

    private void CheckGroups()
    {
        var vpc = _subnets?.Select(subnet => subnet.VpcId).FirstOrDefault() ?? _defaultVpc?.VpcId;
        foreach (var group in wish.Groups.Where(_ => _groups is not null))
        {
            var found = _groups!.FirstOrDefault(g => g.GroupId == group.Value);
            if (found is null)
            {
                region.Findings.Refuse(group.Path, "UnknownSecurityGroup", group.Cause($"there is no security group '{group.Value}' in {region.Name}"),
                    wish.Elsewhere);
            }
            else if (vpc is not null && found.VpcId != vpc)
            {
                region.Findings.Refuse(group.Path, "WrongVpc", group.Cause($"security group '{group.Value}' is in {found.VpcId}, the instances will be in {vpc}"),
                    "name a group and a subnet of one VPC");
            }
        }
    }

    private void CheckNamed(IEnumerable<Said<string>> named, IReadOnlyList<string>? there, string code, string kind)
    {
        foreach (var one in named.Where(one => there?.Contains(one.Value) == false))
        {
            region.Findings.Refuse([new Problem(one.Path, code, one.Cause($"there is no {kind} '{one.Value}' in {region.Name}"), Remedy(one.Value, there!))]);
        }
    }

    private string Remedy(string written, IReadOnlyList<string> there) =>
        Nearest.To(written, there) is { } near ? $"did you mean '{near}'?" : wish.Elsewhere;

    private async Task LookAtSubnetsAsync(CancellationToken cancellation)
    {
        var ask = new DescribeSubnetsRequest { Filters = [new Filter("subnet-id", [.. wish.Subnets.Select(s => s.Value).Distinct()])] };
        _subnets = (await region.Ec2.DescribeSubnetsAsync(ask, cancellation)).Subnets ?? [];
    }

    private async Task LookAtVpcAsync(CancellationToken cancellation)
    {
        var answer = await region.Ec2.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = [new Filter("is-default", ["true"])] }, cancellation);
        _defaultVpc = answer.Vpcs?.FirstOrDefault();
        _lacksDefaultVpc = _defaultVpc is null;
    }

    private async Task LookAtGroupsAsync(CancellationToken cancellation)
    {
        var ask = new DescribeSecurityGroupsRequest { Filters = [new Filter("group-id", [.. wish.Groups.Select(g => g.Value).Distinct()])] };
        _groups = (await region.Ec2.DescribeSecurityGroupsAsync(ask, cancellation)).SecurityGroups ?? [];
    }

    private async Task LookAtKeysAsync(CancellationToken cancellation) =>
        _keys = [.. ((await region.Ec2.DescribeKeyPairsAsync(new DescribeKeyPairsRequest(), cancellation)).KeyPairs ?? []).Select(key => key.KeyName)];

    private async Task LookAtZonesAsync(CancellationToken cancellation) =>
        _zones = [.. ((await region.Ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest(), cancellation)).AvailabilityZones ?? []).Select(zone => zone.ZoneName)];
}
