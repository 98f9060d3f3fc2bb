using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Instances;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>RunInstances, also where a fleet launches: everything that the launch uses and makes, the role that it passes and the tags that it gives.</summary>
/// <remarks>
/// Sources: "Actions, resources, and condition keys for Amazon EC2"; "Example policies to control access the Amazon EC2 API" and "Use launch templates to
/// control launching instances", EC2 user guide.
/// </remarks>
internal static class RunInstancesRule
{
    private const string Action = "ec2:RunInstances";

    internal static IEnumerable<AuthorizationRequest> Ask(Call call)
    {
        var launch = LaunchRequest.Read(call);
        var resources = new LaunchResources(call, launch);
        return
        [
            .. resources.All().Select(resource => call.Ask(Action, resource)),
            .. PassedRole.Ask(call, launch.Settings),
            .. TagsAtCreation.Ask(call, launch.Settings.Tags, "RunInstances", "instance", "volume"),
            .. launch.Settings.MarketType == "spot" ? SpotRole.Ask(call) : [],
        ];
    }
}
