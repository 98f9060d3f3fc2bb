using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

internal sealed class DescribeAvailabilityZones : Operation
{
    private const string Kind = "availability-zone";
    private const string State = "available";

    /// <summary>Also in a Region that one had to opt in to: only Local and Wavelength Zones need it themselves.</summary>
    private const string OptInStatus = "opt-in-not-required";

    private static readonly FilterTable<Zone> Filters = new FilterTable<Zone>()
        .With("group-name", (zone, _) => zone.Region.Name)
        .With("opt-in-status", (_, _) => OptInStatus)
        .With("region-name", (zone, _) => zone.Region.Name)
        .With("state", (_, _) => State)
        .With("zone-id", (zone, _) => zone.Id)
        .With("zone-name", (zone, _) => zone.Name)
        .With("zone-type", (_, _) => Kind)
        .WithNone("message", "parent-zone-id", "parent-zone-name")
        .Refusing("group-long-name");

    internal override IEnumerable<string> FilterNames => Filters.Names;

    internal override IEnumerable<string> RefusedFilterNames => Filters.RefusedNames;

    internal override Effect Prepare(Call call)
    {
        var names = call.Parameters.List("ZoneName");
        var ids = call.Parameters.List("ZoneId");
        var filter = Filters.Read(call);
        var zones = call.Region.Zones.Select((name, i) => new Zone(call.Region, name, ZoneId.Of(call.Region.Name, i))).ToList();
        if (names.Except(zones.Select(zone => zone.Name)).FirstOrDefault() is { } unknownName)
        {
            throw RequestErrors.InvalidValue($"Invalid availability zone: [{unknownName}]");
        }

        if (ids.Except(zones.Select(zone => zone.Id)).FirstOrDefault() is { } unknownId)
        {
            throw RequestErrors.InvalidValue($"Invalid availability zone-id: [{unknownId}]");
        }

        var found = zones.Where(zone =>
            (names.Count == 0 || names.Contains(zone.Name)) && (ids.Count == 0 || ids.Contains(zone.Id)) && filter(zone));
        return () => response => response.List("availabilityZoneInfo", found, Write);
    }

    private static void Write(ResponseWriter response, Zone zone)
    {
        response.Text("zoneName", zone.Name);
        response.Text("zoneState", State);
        response.Text("optInStatus", OptInStatus);
        response.Text("regionName", zone.Region.Name);
        response.Text("zoneId", zone.Id);
        response.Text("groupName", zone.Region.Name);
        response.Text("networkBorderGroup", zone.Region.Name);
        response.Text("zoneType", Kind);
    }

    private sealed record Zone(Region Region, string Name, string Id);
}
