using System.Text.RegularExpressions;

namespace Amicast.Simulator.Ec2.Regions;

/// <summary>The ids of Availability Zones: <c>use1-az1</c> is us-east-1's first, <c>apse2-az3</c> ap-southeast-2's third.</summary>
internal static partial class ZoneId
{
    internal static string Of(string region, int index) => $"{ShortName(region)}-az{index + 1}";

    /// <summary>The id of one of the Region's zones.</summary>
    internal static string Of(Region region, string zone) => Of(region.Name, region.Zones.TakeWhile(one => one != zone).Count());

    /// <summary>An Availability Zone is its Region with a letter.</summary>
    internal static IReadOnlyList<string> DefaultZones(string region) => [$"{region}a", $"{region}b", $"{region}c"];

    private static string ShortName(string region)
    {
        var parts = region.Split('-');
        return string.Concat(parts.Select((part, i) => i == 0 ? part : Directions().Replace(part, direction => direction.Value[..1])));
    }

    [GeneratedRegex("north|south|east|west|central", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directions();
}
