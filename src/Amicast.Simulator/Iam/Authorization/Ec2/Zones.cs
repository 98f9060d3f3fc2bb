using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>An Availability Zone as condition keys: by its name, then by its id.</summary>
internal static class Zones
{
    /// <param name="zone">None, where EC2 is to choose it.</param>
    internal static IEnumerable<ContextValue> Of(Region region, string? zone) =>
        zone is null ? [] : [new("ec2:AvailabilityZone", zone), new("ec2:AvailabilityZoneId", ZoneId.Of(region, zone))];
}
