using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>Where each listed instance type is offered: everywhere, but for what the account document says.</summary>
internal sealed class DescribeInstanceTypeOfferings : DescribeList<DescribeInstanceTypeOfferings.Offering>
{
    private static readonly FilterTable<Offering> Table = new FilterTable<Offering>()
        .With("instance-type", (offering, _) => offering.InstanceType)
        .With("location", (offering, _) => offering.Location);

    private protected override string SetElement => "instanceTypeOfferingSet";

    private protected override FilterTable<Offering> Filters => Table;

    private protected override IEnumerable<Offering> All(Call call)
    {
        var (region, kind) = (call.Region, call.Parameters.Text("LocationType") ?? "region");
        IEnumerable<string> locations = kind switch
        {
            "region" => [region.Name],
            "availability-zone" => region.Zones,
            "availability-zone-id" => region.Zones.Select((_, i) => ZoneId.Of(region.Name, i)),
            "outpost" => throw RequestErrors.Unsupported("the location type outpost"),
            _ => throw RequestErrors.InvalidValue("locationType", kind),
        };
        return locations.SelectMany(location => InstanceTypeCatalog.OfferedIn(region).Select(type => new Offering(type.Name, kind, location)));
    }

    private protected override void Write(ResponseWriter response, Offering item, Call call)
    {
        response.Text("instanceType", item.InstanceType);
        response.Text("locationType", item.LocationType);
        response.Text("location", item.Location);
    }

    internal sealed record Offering(string InstanceType, string LocationType, string Location);
}
