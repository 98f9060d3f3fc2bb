namespace Amicast.Requests;

/// <summary>Reads a <c>fleet</c>: several instance types and places, of which EC2 picks.</summary>
internal static class FleetReader
{
    // EC2 user guide, fleet quotas: launch specifications of one fleet.
    private const int MostPools = 300;
    private static readonly string[] OnDemandStrategies = ["lowest-price", "prioritized"];

    private static readonly string[] SpotStrategies =
        ["lowest-price", "diversified", "capacity-optimized", "capacity-optimized-prioritized", "price-capacity-optimized"];

    internal static RequestFleet? Read(ObjectReader launch, int count, Market? market)
    {
        if (launch.Object("fleet") is not { } reader)
        {
            return null;
        }

        var fleet = new RequestFleet(
            reader.Path,
            reader.TextList("instanceTypes", InstanceDescriptionReader.CheckType),
            reader.TextList("subnetIds", InstanceDescriptionReader.CheckSubnet),
            reader.TextList("availabilityZones", _ => null),
            reader.OneOf("allocationStrategy", market == Market.Spot ? SpotStrategies : OnDemandStrategies),
            reader.Number("minCount", otherwise: count, least: 1, most: count));
        Check(reader, fleet);
        reader.RefuseOthers();
        return fleet;
    }

    private static void Check(ObjectReader reader, RequestFleet fleet)
    {
        if (fleet.InstanceTypes.Count == 0 && !reader.Has("instanceTypes", out _))
        {
            reader.Report("instanceTypes", "Missing", "'instanceTypes' is not given", "list the types to pick from, the preferred one first");
        }

        if (fleet is { SubnetIds.Count: > 0, AvailabilityZones.Count: > 0 })
        {
            reader.Report("availabilityZones", "Conflict", "both 'subnetIds' and 'availabilityZones' are given", "keep one: a subnet is in a zone already");
        }

        if (fleet.Pools > MostPools)
        {
            reader.Report("instanceTypes", "OutOfRange", $"types and places make {fleet.Pools} pools", $"EC2 takes {MostPools} in a fleet");
        }
    }
}
