using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The default VPC, the only one of a Region; an ordinary one, if the account document says so.</summary>
internal sealed class DescribeVpcs : DescribeList<DefaultVpc>
{
    private static readonly FilterTable<DefaultVpc> Table = new FilterTable<DefaultVpc>()
        .With("cidr", (_, _) => DefaultVpc.CidrBlock)
        .WithCall("is-default", (_, call) => [FilterTable.Text(call.Region.Settings.HasDefaultVpc)!])
        .WithCall("owner-id", (_, call) => [call.AccountId])
        .With("state", (_, _) => "available")
        .With("vpc-id", (vpc, _) => vpc.VpcId)
        .WithNone(
            "ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block", "ipv6-cidr-block-association.ipv6-pool",
            "ipv6-cidr-block-association.state")
        .Refusing("cidr-block-association.", "dhcp-options-id")
        .WithTags((_, _) => TagSet.None);

    private protected override string SetElement => "vpcSet";

    private protected override FilterTable<DefaultVpc> Filters => Table;

    private protected override IReadOnlyList<(string Parameter, Func<DefaultVpc, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
        [("VpcId", vpc => vpc.VpcId, id => new("InvalidVpcID.NotFound", $"The vpc ID '{id}' does not exist"))];

    private protected override IEnumerable<DefaultVpc> All(Call call) => [call.Region.Vpc];

    private protected override void Write(ResponseWriter response, DefaultVpc item, Call call)
    {
        response.Text("vpcId", item.VpcId);
        response.Text("ownerId", call.AccountId);
        response.Text("state", "available");
        response.Text("cidrBlock", DefaultVpc.CidrBlock);
        response.Text("instanceTenancy", "default");
        response.Flag("isDefault", call.Region.Settings.HasDefaultVpc);
    }
}
