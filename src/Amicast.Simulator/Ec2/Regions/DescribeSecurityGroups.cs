using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The default security group of the default VPC, those that the account document names, and those that instances have.</summary>
internal sealed class DescribeSecurityGroups : DescribeList<DescribeSecurityGroups.Group>
{
    private const string Default = "default";

    private static readonly FilterTable<Group> Table = new FilterTable<Group>()
        .With("description", (group, _) => group.Description)
        .With("group-id", (group, _) => group.Id)
        .With("group-name", (group, _) => group.Name)
        .WithCall("owner-id", (_, call) => [call.AccountId])
        .With("vpc-id", (group, _) => group.VpcId)
        .Refusing("egress.ip-permission.", "ip-permission.")
        .WithTags((_, _) => TagSet.None);

    private protected override string SetElement => "securityGroupInfo";

    private protected override FilterTable<Group> Filters => Table;

    private protected override IReadOnlyList<(string Parameter, Func<Group, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
    [
        ("GroupId", group => group.Id, id => new("InvalidGroup.NotFound", $"The security group '{id}' does not exist")),
        ("GroupName", group => group.Name, name => new("InvalidGroup.NotFound", $"The security group '{name}' does not exist")),
    ];

    private protected override void CheckName(string parameter, string name)
    {
        if (parameter == "GroupId")
        {
            ResourceIds.Check(name, "sg", "InvalidGroupId.Malformed");
        }
    }

    private protected override IEnumerable<Group> All(Call call)
    {
        var (vpc, settings) = (call.Region.Vpc, call.Region.Settings);
        var named = settings.SecurityGroups.Select(group => new Group(group.Value, group.Key, vpc.VpcId));
        var used = call.Region.Instances.Existing(call.Now)
            .SelectMany(instance => instance.SecurityGroupIds.Select(id => new Group(id, id, instance.VpcId)));
        return named.Prepend(new(vpc.SecurityGroupId, Default, vpc.VpcId)).Concat(used).DistinctBy(group => group.Id);
    }

    private protected override void Write(ResponseWriter response, Group item, Call call)
    {
        response.Text("ownerId", call.AccountId);
        response.Text("groupId", item.Id);
        response.Text("groupName", item.Name);
        response.Text("groupDescription", item.Description);
        response.Text("vpcId", item.VpcId);
        response.Text("securityGroupArn", $"arn:aws:ec2:{call.Region.Name}:{call.AccountId}:security-group/{item.Id}");
    }

    internal sealed record Group(string Id, string Name, string VpcId)
    {
        internal string Description => Name == Default ? "default VPC security group" : Name;
    }
}
