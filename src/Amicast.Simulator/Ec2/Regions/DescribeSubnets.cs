using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The default subnets, one in each Availability Zone, and those that instances are in.</summary>
internal sealed class DescribeSubnets : DescribeList<DescribeSubnets.Subnet>
{
    /// <summary>Of a /20, less the five that AWS keeps. A choice: launches take none of them.</summary>
    private const int Addresses = 4091;

    private static readonly FilterTable<Subnet> Table = new FilterTable<Subnet>()
        .With("availability-zone", (subnet, _) => subnet.Zone)
        .With("availability-zone-id", (subnet, _) => subnet.ZoneId)
        .With("availabilityZone", (subnet, _) => subnet.Zone)
        .With("availabilityZoneId", (subnet, _) => subnet.ZoneId)
        .With("available-ip-address-count", (_, _) => $"{Addresses}")
        .With("cidr", (subnet, _) => subnet.CidrBlock)
        .With("cidr-block", (subnet, _) => subnet.CidrBlock)
        .With("cidrBlock", (subnet, _) => subnet.CidrBlock)
        .With("default-for-az", (subnet, _) => FilterTable.Text(subnet.IsDefault))
        .With("defaultForAz", (subnet, _) => FilterTable.Text(subnet.IsDefault))
        .With("enable-dns64", (_, _) => "false")
        .With("ipv6-native", (_, _) => "false")
        .With("map-customer-owned-ip-on-launch", (_, _) => "false")
        .With("map-public-ip-on-launch", (_, _) => "true")
        .WithCall("owner-id", (_, call) => [call.AccountId])
        .With("state", (_, _) => "available")
        .With("subnet-id", (subnet, _) => subnet.Id)
        .WithCall("subnet-arn", (subnet, call) => [Arn(subnet, call)])
        .With("vpc-id", (subnet, _) => subnet.VpcId)
        .WithNone(
            "customer-owned-ipv4-pool", "ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block",
            "ipv6-cidr-block-association.state", "outpost-arn")
        .Refusing("enable-lni-at-device-index", "private-dns-name-options-on-launch.")
        .WithTags((_, _) => TagSet.None);

    private protected override string SetElement => "subnetSet";

    private protected override FilterTable<Subnet> Filters => Table;

    private protected override IReadOnlyList<(string Parameter, Func<Subnet, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
        [("SubnetId", subnet => subnet.Id, id => new("InvalidSubnetID.NotFound", $"The subnet ID '{id}' does not exist"))];

    private protected override IEnumerable<Subnet> All(Call call)
    {
        var (region, vpc) = (call.Region, call.Region.Vpc);
        var zones = region.Zones.Index().ToDictionary(zone => zone.Item, zone => zone.Index);
        var own = zones.Select(zone => ToSubnet(vpc.SubnetIds[zone.Key], zone.Key, vpc.VpcId));
        var used = region.Instances.Existing(call.Now)
            .Where(instance => zones.ContainsKey(instance.Zone) && !vpc.SubnetIds.Values.Contains(instance.SubnetId))
            .Select(instance => ToSubnet(instance.SubnetId, instance.Zone, instance.VpcId))
            .DistinctBy(subnet => subnet.Id);
        return own.Concat(used);

        Subnet ToSubnet(string id, string zone, string vpcId) => new(
            id, zone, Regions.ZoneId.Of(region.Name, zones[zone]), vpcId, $"172.31.{16 * zones[zone]}.0/20", region.Settings.HasDefaultVpc && vpc.SubnetIds[zone] == id);
    }

    private protected override void Write(ResponseWriter response, Subnet item, Call call)
    {
        response.Text("subnetId", item.Id);
        response.Text("state", "available");
        response.Text("ownerId", call.AccountId);
        response.Text("vpcId", item.VpcId);
        response.Text("cidrBlock", item.CidrBlock);
        response.Number("availableIpAddressCount", Addresses);
        response.Text("availabilityZone", item.Zone);
        response.Text("availabilityZoneId", item.ZoneId);
        response.Flag("defaultForAz", item.IsDefault);
        response.Flag("mapPublicIpOnLaunch", true);
        response.Flag("mapCustomerOwnedIpOnLaunch", false);
        response.Flag("assignIpv6AddressOnCreation", false);
        response.Flag("enableDns64", false);
        response.Flag("ipv6Native", false);
        response.Text("subnetArn", Arn(item, call));
    }

    private static string Arn(Subnet subnet, Call call) => $"arn:aws:ec2:{call.Region.Name}:{call.AccountId}:subnet/{subnet.Id}";

    internal sealed record Subnet(string Id, string Zone, string ZoneId, string VpcId, string CidrBlock, bool IsDefault);
}
