using System.Text.Json.Nodes;

namespace Amicast.Storms.Wishes;

/// <summary>Reads what a request without problems asks for; docs/request.md has its properties and their defaults.</summary>
internal static class WishReader
{
    private const int UsualMinutes = 1440;

    internal static Wish Read(string request)
    {
        var document = JsonNode.Parse(request)!.AsObject();
        var source = document["source"]!;
        var region = Text(source["region"])!;
        var destinations = document["destinations"]?.AsArray().Select(one => one!.AsObject()) ?? [new JsonObject { ["region"] = region }];
        return new Wish(
            region,
            Text(source["instanceId"]),
            Text(source["imageId"]),
            Text(source["beforehand"]) == "stop",
            Text(source["afterwards"]) ?? "keep",
            TimeSpan.FromMinutes(document["timeoutMinutes"]?.GetValue<int>() ?? UsualMinutes),
            document["tolerateFailedRegions"]?.GetValue<int>() ?? 0,
            Text(document["onFailure"]) == "rollback",
            [.. destinations.Select(destination => ReadRegion(document, destination))]);
    }

    private static RegionWish ReadRegion(JsonObject document, JsonObject destination) => new(
        Text(destination["region"])!,
        destination["kmsKeyId"] is not null || destination["encrypt"]?.GetValue<bool>() == true,
        Block(document, destination, "share") is { } share ? ReadShare(share) : null,
        Block(document, destination, "launch") is { } launch ? ReadLaunch(launch) : null,
        Block(document, destination, "launchTemplate") is { } template
            ? new TemplateWish(Text(template["name"]), Text(template["publish"]) ?? "afterVerify", Text(template["parameter"]))
            : null);

    // A block of the destination replaces the shared one whole; null switches it off.
    private static JsonObject? Block(JsonObject document, JsonObject destination, string name) =>
        (destination.TryGetPropertyValue(name, out var own) ? own : document[name])?.AsObject();

    private static ShareWish ReadShare(JsonObject share) => new(
        Text(share["mode"]) == "exact",
        Text(share["visibility"]) is { } visibility ? visibility == "public" : null,
        Texts(share["accounts"]),
        [.. Texts(share["organizations"]), .. Texts(share["organizationalUnits"])],
        share["snapshots"]?.GetValue<bool>() ?? true);

    private static LaunchWish ReadLaunch(JsonObject launch)
    {
        var count = launch["count"]?.GetValue<int>() ?? 1;
        return new LaunchWish(count, launch["fleet"]?["minCount"]?.GetValue<int>() ?? count, Text(launch["verify"]) ?? "statusOk", launch["keep"]?.GetValue<bool>() ?? true);
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static string[] Texts(JsonNode? list) => [.. list?.AsArray().Select(one => one!.GetValue<string>()) ?? []];
}
