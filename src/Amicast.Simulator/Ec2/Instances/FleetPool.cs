using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>One way for a fleet to launch: a launch template's version with one override of it.</summary>
internal sealed record FleetPool(Parameters Template, Parameters? Override)
{
    private static readonly string[] Overridable = ["InstanceType", "SubnetId", "AvailabilityZone", "ImageId", "Priority", "Placement", "BlockDeviceMapping"];

    /// <summary>A choice: EC2 documents 300 for fleets of the other types.</summary>
    private const int MostPools = 300;

    /// <summary>The pools of a request, in its order.</summary>
    /// <exception cref="Ec2Exception">MissingParameter, UnsupportedOperation, InvalidParameterValue.</exception>
    internal static IReadOnlyList<FleetPool> Read(Parameters parameters)
    {
        var pools = new List<FleetPool>();
        foreach (var config in parameters.Structures("LaunchTemplateConfigs"))
        {
            var template = config.Structure("LaunchTemplateSpecification");
            template.Required("Version");
            var overrides = config.Structures("Overrides");
            foreach (var one in overrides)
            {
                if (one.Members().FirstOrDefault(member => !Overridable.Contains(member)) is { } unknown)
                {
                    throw RequestErrors.Unsupported($"the parameter {one.FullName(unknown)}");
                }
            }

            pools.AddRange(overrides.Count == 0 ? [new(template, null)] : overrides.Select(one => new FleetPool(template, one)));
        }

        if (pools.Count > MostPools)
        {
            throw RequestErrors.InvalidValue($"A fleet can have at most {MostPools} pools: launch templates with their overrides.");
        }

        return pools.Count > 0 ? pools : throw RequestErrors.MissingParameter("LaunchTemplateConfigs");
    }

    /// <summary>What RunInstances would be asked for this pool.</summary>
    internal Call ToLaunch(Call call, bool isSpot)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        Template.CopyTo(parameters, "LaunchTemplate.");
        Override?.CopyTo(parameters, "");
        parameters.Remove("Priority");
        if (parameters.Remove("AvailabilityZone", out var zone))
        {
            parameters["Placement.AvailabilityZone"] = zone;
        }

        if (isSpot)
        {
            parameters["InstanceMarketOptions.MarketType"] = "spot";
        }

        foreach (var (specification, i) in call.Parameters.Structures("TagSpecification").Select((one, i) => (one, i)))
        {
            if (specification.Text("ResourceType") != "fleet")
            {
                specification.CopyTo(parameters, $"TagSpecification.{i + 1}.");
            }
        }

        return call with { Request = call.Request with { Parameters = new(parameters) } };
    }

    internal void Write(ResponseWriter response, Call call)
    {
        var template = call.Template(Template);
        response.Open("launchTemplateAndOverrides");
        response.Open("launchTemplateSpecification");
        response.Text("launchTemplateId", template.Id);
        response.Text("version", Template.Text("Version"));
        response.Close("launchTemplateSpecification");
        response.Open("overrides");
        response.Text("instanceType", Override?.Text("InstanceType"));
        response.Text("subnetId", Override?.Text("SubnetId"));
        response.Text("availabilityZone", Override?.Text("AvailabilityZone"));
        response.Text("imageId", Override?.Text("ImageId"));
        response.Close("overrides");
        response.Close("launchTemplateAndOverrides");
    }
}
