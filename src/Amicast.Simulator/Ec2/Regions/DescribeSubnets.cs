using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The default subnets, one in each Availability Zone.</summary>
internal sealed class DescribeSubnets : DescribeList<DescribeSubnets.Subnet>
{
    /// <summary>Of a /20, less the five that AWS keeps. A choice: launches take none of them.</summary>
    private const int Addresses = 4091;

    private static readonly FilterTable<Subnet> Table = new FilterTable<Subnet>()
        .With("availability-zone", (subnet, _) => subnet.Zone)
        .With("availability-zone-id", (subnet, _) => subnet.ZoneId)
        .With("cidr-block", (subnet, _) => subnet.CidrBlock)
        .With("default-for-az", (_, _) => "true")
        .With("state", (_, _) => "available")
        .With("subnet-id", (subnet, _) => subnet.Id)
        .With("vpc-id", (subnet, _) => subnet.VpcId);

    private protected override string SetElement => "subnetSet";

    private protected override FilterTable<Subnet> Filters => Table;

    private protected override IReadOnlyList<(string Parameter, Func<Subnet, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
        [("SubnetId", subnet => subnet.Id, id => new("InvalidSubnetID.NotFound", $"The subnet ID '{id}' does not exist"))];

    private protected override IEnumerable<Subnet> All(Call call) => call.Region.Zones.Select((zone, i) =>
        new Subnet(call.Region.Vpc.SubnetIds[zone], zone, Regions.ZoneId.Of(call.Region.Name, i), call.Region.Vpc.VpcId, $"172.31.{16 * i}.0/20"));

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
        response.Flag("defaultForAz", true);
        response.Flag("mapPublicIpOnLaunch", true);
        response.Text("subnetArn", $"arn:aws:ec2:{call.Region.Name}:{call.AccountId}:subnet/{item.Id}");
    }

    internal sealed record Subnet(string Id, string Zone, string ZoneId, string VpcId, string CidrBlock);
}
