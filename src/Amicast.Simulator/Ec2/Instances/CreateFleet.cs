using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>An instant fleet: launches from each pool what it can, until the capacity is reached, and reports the errors of the pools that could not give all.</summary>
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
        var launched = FromPools(call, wanted, errors);
        var fleet = new Fleet
        {
            Id = call.Account.Ids.NextFleet(),
            OwnerId = call.AccountId,
            CreatedAt = call.Now,
            Visibility = call.NewVisibility()(),
            Tags = tags,
            Instances = [.. launched.SelectMany(one => one.Instances)],
        };
        foreach (var instance in fleet.Instances)
        {
            instance.Tags.Set("aws:ec2:fleet-id", fleet.Id);
        }

        call.Region.Fleets.Add(fleet);
        return response => FleetXml.Write(response, call, fleet, launched, errors, wanted.IsSpot);
    }

    private static List<(FleetPool Pool, IReadOnlyList<Instance> Instances)> FromPools(
        Call call, Wanted wanted, List<(FleetPool Pool, Ec2Exception Error)> errors)
    {
        var launched = new List<(FleetPool Pool, IReadOnlyList<Instance> Instances)>();
        var left = wanted.Capacity;
        foreach (var pool in wanted.Pools.TakeWhile(_ => left > 0))
        {
            try
            {
                var launch = pool.ToLaunch(call, wanted.IsSpot);
                launch.AuthorizeLaunch();
                var plan = LaunchPlan.Read(launch);
                var instances = Instances.Launch.Carry(launch, plan, least: 1, left);
                launched.Add((pool, instances));
                left -= instances.Count;
                if (left > 0)
                {
                    errors.Add((pool, InstanceErrors.NoCapacity(plan.InstanceType, plan.Zone)));
                }
            }
            catch (Ec2Exception error)
            {
                errors.Add((pool, error));
            }
        }

        return launched;
    }

    private sealed record Wanted(IReadOnlyList<FleetPool> Pools, int Capacity, bool IsSpot);
}
