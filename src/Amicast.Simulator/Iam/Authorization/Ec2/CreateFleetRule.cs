using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>
/// CreateFleet itself: the fleet and the instances to be, the launch templates, and the images and subnets that overrides name. Then each pool launches as
/// RunInstances would; a caller who may not do that gets the error of the pool, in an answer that is a success. DryRun does not come so far.
/// </summary>
/// <remarks>
/// <para>Sources: "Actions, resources, and condition keys for Amazon EC2"; users' messages: a template that is named by its name is asked for as
/// <c>launch-template/*</c> (karpenter#2813), refusals of RunInstances and PassRole are errors of the fleet (karpenter-provider-aws#1488, #7370).</para>
/// <para>A choice: whether the tags of a fleet's instances and volumes are asked for by CreateFleet or by its RunInstances is not documented; both ask.</para>
/// </remarks>
internal static class CreateFleetRule
{
    private const string Action = "ec2:CreateFleet";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call)
    {
        var pools = FleetPool.Read(call.Parameters);
        var tags = TagSpecifications.Read(call.Parameters, "fleet", "instance", "volume");
        var images = Named(pools, "ImageId").Select(id => Image(call, id));
        return
        [
            call.Ask(Action, Ec2Resources.New(call, "fleet", tags.GetValueOrDefault("fleet", TagSet.None))),
            call.Ask(Action, Ec2Resources.New(call, "instance", tags.GetValueOrDefault("instance", TagSet.None))),
            .. pools.Select(pool => Template(call, pool.Template)).DistinctBy(template => template.Arn).Select(template => call.Ask(Action, template)),
            .. images.Select(image => call.Ask(Action, image)),
            .. Named(pools, "SubnetId").Select(id => call.Ask(Action, Subnet(call, id))),
            .. TagsAtCreation.Ask(call, tags, "CreateFleet", "fleet", "instance", "volume"),
        ];
    }

    private static IEnumerable<string> Named(IReadOnlyList<FleetPool> pools, string parameter) =>
        pools.Select(pool => pool.Override?.Text(parameter)).OfType<string>().Distinct();

    private static AuthorizedResource Template(Call call, Parameters named)
    {
        var template = call.Template(named);
        return named.Text("LaunchTemplateId") is null ? Ec2Resources.Named(call, "launch-template", "*") : Ec2Resources.Of(call, template);
    }

    /// <summary>An image that is not there is the error of its pool.</summary>
    private static AuthorizedResource Image(Call call, string id) =>
        call.Region.Images.TryFind(id, call.Now, out var image) && image.IsVisibleTo(call.Caller)
            ? Ec2Resources.Of(call, image, call.Region)
            : new(Arns.OfEc2(call.Region, call.AccountId, "image", id), null, []);

    private static AuthorizedResource Subnet(Call call, string id) => Ec2Resources.Named(call, "subnet", id)
        .With(Zones.Of(call.Region, call.Region.Vpc.SubnetIds.FirstOrDefault(pair => pair.Value == id).Key))
        .With("ec2:SubnetID", id)
        .With("ec2:Vpc", Arns.OfEc2(call.Region, call.AccountId, "vpc", call.Region.Vpc.VpcId));
}
