using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The default security group of the default VPC.</summary>
internal sealed class DescribeSecurityGroups : DescribeList<DefaultVpc>
{
    private const string Default = "default";
    private const string Description = "default VPC security group";

    private static readonly FilterTable<DefaultVpc> Table = new FilterTable<DefaultVpc>()
        .With("description", (_, _) => Description)
        .With("group-id", (vpc, _) => vpc.SecurityGroupId)
        .With("group-name", (_, _) => Default)
        .WithCall("owner-id", (_, call) => [call.AccountId])
        .With("vpc-id", (vpc, _) => vpc.VpcId)
        .Refusing("egress.ip-permission.", "ip-permission.")
        .WithTags((_, _) => TagSet.None);

    private protected override string SetElement => "securityGroupInfo";

    private protected override FilterTable<DefaultVpc> Filters => Table;

    private protected override IReadOnlyList<(string Parameter, Func<DefaultVpc, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
    [
        ("GroupId", vpc => vpc.SecurityGroupId, id => new("InvalidGroup.NotFound", $"The security group '{id}' does not exist")),
        ("GroupName", _ => Default, name => new("InvalidGroup.NotFound", $"The security group '{name}' does not exist")),
    ];

    private protected override void CheckName(string parameter, string name)
    {
        if (parameter == "GroupId")
        {
            ResourceIds.Check(name, "sg", "InvalidGroupId.Malformed");
        }
    }

    private protected override IEnumerable<DefaultVpc> All(Call call) => [call.Region.Vpc];

    private protected override void Write(ResponseWriter response, DefaultVpc item, Call call)
    {
        response.Text("ownerId", call.AccountId);
        response.Text("groupId", item.SecurityGroupId);
        response.Text("groupName", Default);
        response.Text("groupDescription", Description);
        response.Text("vpcId", item.VpcId);
        response.Text("securityGroupArn", $"arn:aws:ec2:{call.Region.Name}:{call.AccountId}:security-group/{item.SecurityGroupId}");
    }
}
