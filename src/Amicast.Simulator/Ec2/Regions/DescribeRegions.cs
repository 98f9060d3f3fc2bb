using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Regions;

internal sealed class DescribeRegions : Operation
{
    private static readonly FilterTable<Region> Filters = new FilterTable<Region>()
        .With("endpoint", (region, _) => region.Endpoint)
        .With("opt-in-status", (region, _) => region.OptInStatus)
        .With("region-name", (region, _) => region.Name);

    internal override IEnumerable<string> FilterNames => Filters.Names;

    internal override IEnumerable<string> RefusedFilterNames => Filters.RefusedNames;

    internal override Effect Prepare(Call call)
    {
        var names = call.Parameters.List("RegionName");
        var all = call.Parameters.Flag("AllRegions") == true || names.Count > 0;
        var filter = Filters.Read(call);
        if (names.FirstOrDefault(name => call.Account.Regions.All(region => region.Name != name)) is { } unknown)
        {
            throw RequestErrors.InvalidValue($"Invalid region '{unknown}' specified in 'RegionName'");
        }

        var regions = call.Account.Regions
            .Where(region => (all || region.IsUsable) && (names.Count == 0 || names.Contains(region.Name)) && filter(region));
        return () => response => response.List("regionInfo", regions, Write);
    }

    private static void Write(ResponseWriter response, Region region)
    {
        response.Text("regionName", region.Name);
        response.Text("regionEndpoint", region.Endpoint);
        response.Text("optInStatus", region.OptInStatus);
    }
}
