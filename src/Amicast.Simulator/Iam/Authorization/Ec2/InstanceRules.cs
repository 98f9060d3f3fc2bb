using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Instances;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What the operations on instances and fleets authorise.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2".</remarks>
internal static class InstanceRules
{
    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("ec2:RunInstances", RunInstancesRule.Ask, LaunchActions()),
        new("ec2:CreateFleet", CreateFleetRule.Ask, ["ec2:RunInstances", .. LaunchActions()]),
        new("ec2:DeleteFleets", DeleteFleets),
        new("ec2:DescribeInstanceAttribute", One),
        new("ec2:GetLaunchTemplateData", One),
        new("ec2:RebootInstances", call => Each(call)),
        new("ec2:TerminateInstances", call => Each(call)),
        new("ec2:StartInstances", call => Each(call, "ec2:ProductCode"), [EncryptionActions.CreateGrant]),
        new("ec2:StopInstances", call => Each(call, "ec2:ProductCode")),
    ];

    private static string[] LaunchActions() => [TagsAtCreation.Action, PassedRole.Action, SpotRole.Action, .. EncryptionActions.All];

    private static IEnumerable<AuthorizationRequest> One(Call call) =>
        [call.Ask($"ec2:{call.Request.Operation}", Ec2Resources.Of(call, call.Instance(call.Parameters.Required("InstanceId"))))];

    private static IEnumerable<AuthorizationRequest> Each(Call call, params string[] unlisted) =>
        call.NamedInstances().Select(instance => call.Ask($"ec2:{call.Request.Operation}", Ec2Resources.Of(call, instance).Without(unlisted)));

    /// <summary>A fleet that is not there is asked for without its tags; the answer says of each fleet what became of it.</summary>
    private static IEnumerable<AuthorizationRequest> DeleteFleets(Call call) => call.Parameters.List("FleetId").Distinct().Select(id => call.Ask(
        "ec2:DeleteFleets",
        call.Region.Fleets.TryFind(id, call.Now, out var fleet) ? Ec2Resources.Of(call, fleet) : Ec2Resources.Named(call, "fleet", id)));
}
