using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Plans;

namespace Amicast.Steps;

/// <summary>The calls that launch a Region's instances. They are a function of plan and attempt, and so are their client tokens.</summary>
internal static class LaunchRequests
{
    /// <summary>From a template with overrides, or from a description alone. All or none: the call asks for exactly the count.</summary>
    internal static RunInstancesRequest Run(RegionInput input, int attempt)
    {
        var launch = input.LaunchHere;
        var request = new RunInstancesRequest
        {
            ClientToken = TokenOf(input, attempt),
            ImageId = input.Image.ImageId,
            MinCount = launch.Count,
            MaxCount = launch.Count,
            LaunchTemplate = input.TemplateHere is { } template
                ? new LaunchTemplateSpecification { LaunchTemplateId = template.Id, Version = template.Version }
                : null,
            TagSpecifications = Tags(input, attempt, ResourceType.Instance, ResourceType.Volume),
        };
        request.Describe(launch.Overrides);
        return request;
    }

    /// <summary>An instant fleet: EC2 picks among the pools, launches what it can, and answers with the errors of the pools that could not.</summary>
    internal static CreateFleetRequest Fleet(RegionInput input, PlannedFleet fleet, int attempt)
    {
        var launch = input.LaunchHere;
        var template = input.TemplateHere ?? throw new InvalidOperationException($"The plan has no launch template for {input.Region}.");
        var isSpot = launch.Overrides.Market == Requests.Market.Spot;
        return new CreateFleetRequest
        {
            ClientToken = TokenOf(input, attempt),
            Type = FleetType.Instant,
            LaunchTemplateConfigs =
            [
                new FleetLaunchTemplateConfigRequest
                {
                    LaunchTemplateSpecification = new FleetLaunchTemplateSpecificationRequest { LaunchTemplateId = template.Id, Version = template.Version },
                    Overrides = [.. Pools(fleet, input.Image.ImageId)],
                },
            ],
            TargetCapacitySpecification = new TargetCapacitySpecificationRequest
            {
                TotalTargetCapacity = launch.Count,
                DefaultTargetCapacityType = isSpot ? DefaultTargetCapacityType.Spot : DefaultTargetCapacityType.OnDemand,
            },
            SpotOptions = isSpot && fleet.AllocationStrategy is not null ? new SpotOptionsRequest { AllocationStrategy = fleet.AllocationStrategy } : null,
            OnDemandOptions = !isSpot && fleet.AllocationStrategy is not null ? new OnDemandOptionsRequest { AllocationStrategy = fleet.AllocationStrategy } : null,
            TagSpecifications = Tags(input, attempt, ResourceType.Fleet, ResourceType.Instance, ResourceType.Volume),
        };
    }

    private static IEnumerable<FleetLaunchTemplateOverridesRequest> Pools(PlannedFleet fleet, string imageId)
    {
        IEnumerable<(string? Subnet, string? Zone)> places = (fleet.SubnetIds.Count, fleet.AvailabilityZones.Count) switch
        {
            (> 0, _) => fleet.SubnetIds.Select(id => ((string?)id, (string?)null)),
            (_, > 0) => fleet.AvailabilityZones.Select(zone => ((string?)null, (string?)zone)),
            _ => [(null, null)],
        };
        return fleet.InstanceTypes.Index().SelectMany(type => places.Select(place => new FleetLaunchTemplateOverridesRequest
        {
            ImageId = imageId,
            InstanceType = type.Item,
            SubnetId = place.Subnet,
            AvailabilityZone = place.Zone,
            Priority = fleet.AllocationStrategy?.Contains("prioritized", StringComparison.Ordinal) == true ? type.Index : null,
        }));
    }

    private static string TokenOf(RegionInput input, int attempt) => ClientToken.For(input.Run, input.Region, LaunchInstancesStep.StepName, attempt);

    private static List<TagSpecification> Tags(RegionInput input, int attempt, params ResourceType[] types)
    {
        var mark = new RunMark(input.Run, attempt, LaunchInstancesStep.StepName, input.Origin.Id, input.Origin.Region);
        return RunTags.Specifications(mark, input.LaunchHere.Overrides.Tags ?? new Dictionary<string, string>(), types);
    }
}
