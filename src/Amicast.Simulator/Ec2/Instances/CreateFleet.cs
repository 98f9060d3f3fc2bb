using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>An instant fleet: launches the whole capacity from the first pool that can, and reports the errors of those before it.</summary>
/// <remarks>A choice: whatever the allocation strategy says, pools are tried in the order of the request. Types request and maintain are refused.</remarks>
internal sealed class CreateFleet : Operation
{
    private static readonly string[] Members =
    [
        "ClientToken", "DryRun", "Type", "LaunchTemplateConfigs", "TargetCapacitySpecification", "TagSpecification", "OnDemandOptions", "SpotOptions",
    ];

    internal override bool TakesClientToken => true;

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        if (parameters.Members().FirstOrDefault(member => !Members.Contains(member)) is { } unknown)
        {
            throw RequestErrors.Unsupported($"the parameter {unknown}");
        }

        if (parameters.Text("Type") != "instant")
        {
            throw RequestErrors.Unsupported($"fleets of the type {parameters.Text("Type") ?? "maintain"}");
        }

        var pools = FleetPool.Read(parameters);
        foreach (var pool in pools)
        {
            call.Template(pool.Template).Version(pool.Template.Required("Version"));
        }

        var tags = TagSpecifications.Read(parameters, "fleet", "instance", "volume");
        var (capacity, isSpot) = Capacity(parameters.Structure("TargetCapacitySpecification"));
        return () => Launch(call, new(pools, capacity, isSpot), tags.For("fleet"));
    }

    private static (int Capacity, bool IsSpot) Capacity(Parameters target)
    {
        target.Required("TotalTargetCapacity");
        var capacity = target.Number("TotalTargetCapacity") ?? 0;
        if (capacity < 1)
        {
            throw RequestErrors.InvalidValue(target.FullName("TotalTargetCapacity"), $"{capacity}");
        }

        LaunchLimits.CheckCount(capacity);
        target.Disregard("DefaultTargetCapacityType", "OnDemandTargetCapacity");

        // A choice: a fleet is wholly on demand or wholly spot.
        var spot = target.Number("SpotTargetCapacity") ?? (target.Text("DefaultTargetCapacityType") == "spot" ? capacity : 0);
        return spot == 0 || spot == capacity ? (capacity, spot > 0) : throw RequestErrors.Unsupported("fleets of both spot and on-demand instances");
    }

    private static Reply Launch(Call call, Wanted wanted, Resources.TagSet tags)
    {
        var errors = new List<(FleetPool Pool, Ec2Exception Error)>();
        var (pool, instances) = FirstThatCan(call, wanted, errors);
        var fleet = new Fleet
        {
            Id = call.Account.Ids.NextFleet(),
            OwnerId = call.AccountId,
            CreatedAt = call.Now,
            Visibility = call.NewVisibility()(),
            Tags = tags,
            Instances = instances,
        };
        foreach (var instance in instances)
        {
            instance.Tags.Set("aws:ec2:fleet-id", fleet.Id);
        }

        call.Region.Fleets.Add(fleet);
        return response => FleetXml.Write(response, call, fleet, pool, errors, wanted.IsSpot);
    }

    private static (FleetPool? Pool, IReadOnlyList<Instance> Instances) FirstThatCan(
        Call call, Wanted wanted, List<(FleetPool Pool, Ec2Exception Error)> errors)
    {
        foreach (var pool in wanted.Pools)
        {
            try
            {
                var launch = pool.ToLaunch(call, wanted.IsSpot);
                return (pool, Instances.Launch.Carry(launch, LaunchPlan.Read(launch), wanted.Capacity, wanted.Capacity));
            }
            catch (Ec2Exception error)
            {
                errors.Add((pool, error));
            }
        }

        return (null, []);
    }

    private sealed record Wanted(IReadOnlyList<FleetPool> Pools, int Capacity, bool IsSpot);
}
