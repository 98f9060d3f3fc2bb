using System.Text.Json.Nodes;

namespace Amicast.Storms.Drawing;

/// <summary>A request that somebody resumes a run with, when it is wanted in one Region more.</summary>
internal static class RequestGrowth
{
    internal static string WithOneMore(string request, IReadOnlyList<string> regions)
    {
        var document = JsonNode.Parse(request)!.AsObject();
        var destinations = document["destinations"]?.AsArray();
        var missing = regions.FirstOrDefault(region => destinations?.Any(one => (string?)one!["region"] == region) == false);
        if (destinations is null || missing is null)
        {
            return request;
        }

        destinations.Add(new JsonObject { ["region"] = missing });
        return document.ToJsonString();
    }
}
