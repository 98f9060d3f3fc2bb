using System.Text.Json.Nodes;
using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>Draws a request for a drawn account: any feature of the document, in combinations that the plan accepts.</summary>
internal sealed class RequestDrawing(Chance chance, IReadOnlyList<string> regions, bool curable)
{
    private static readonly int[] Timeouts = [120, 240, 480];
    private readonly string[] _others = [.. regions.Where(region => region != AccountDrawing.Source)];

    internal JsonObject Draw()
    {
        var (fromImage, launches) = (chance.Strikes(0.12), chance.Strikes(0.65));
        var launch = launches ? new LaunchDrawing(chance).Draw() : null;
        var request = new JsonObject
        {
            ["source"] = Source(fromImage, launch),
            ["destinations"] = Destinations(fromImage, launch),
        };
        if (!fromImage)
        {
            request["image"] = Image();
        }

        Add(request, "share", chance.Strikes(0.6) ? Share(Encrypts(request)) : null);
        Add(request, "launch", launch);
        Add(request, "launchTemplate", launch is null ? null : new LaunchDrawing(chance).DrawTemplate(launch));
        request["timeoutMinutes"] = curable ? 2880 : chance.OneOf(Timeouts);
        AddOutcome(request);
        return request;
    }

    private static void Add(JsonObject request, string name, JsonNode? value)
    {
        if (value is not null)
        {
            request[name] = value;
        }
    }

    private static bool Encrypts(JsonObject request) => request["destinations"]!.AsArray().Any(one => one!["kmsKeyId"] is not null || one["encrypt"] is not null);

    private JsonObject Source(bool fromImage, JsonObject? launch)
    {
        var source = new JsonObject { ["region"] = AccountDrawing.Source, [fromImage ? "imageId" : "instanceId"] = fromImage ? AccountDrawing.OwnImage : AccountDrawing.Instance };
        if (!fromImage && chance.Strikes(0.1))
        {
            source["beforehand"] = "stop";
        }

        // Only what was verified may replace the source.
        if (!fromImage && (string?)launch?["verify"] is "statusOk" && chance.Strikes(0.3))
        {
            source["afterwards"] = chance.OneOf("stop", "terminate");
        }

        return source;
    }

    private JsonObject Image()
    {
        var image = new JsonObject { ["name"] = "web-{date}-{time}" };
        if (chance.Strikes(0.3))
        {
            image["tags"] = new JsonObject { ["Role"] = "web", ["Name"] = "web {date}" };
        }

        if (chance.Strikes(0.2))
        {
            image["reboot"] = false;
        }

        return image;
    }

    private JsonArray Destinations(bool fromImage, JsonObject? launch)
    {
        var chosen = chance.Shuffled(_others).Take(chance.Next(fromImage ? 1 : 0, Math.Min(_others.Length, 2) + 1)).ToList();
        if (chosen.Count == 0 || chance.Strikes(0.5))
        {
            chosen.Insert(0, AccountDrawing.Source);
        }

        return [.. chosen.Select(region => Destination(region, fromImage, launch))];
    }

    private JsonObject Destination(string region, bool fromImage, JsonObject? launch)
    {
        var destination = new JsonObject { ["region"] = region };
        if (region != AccountDrawing.Source && chance.Strikes(0.05))
        {
            destination["copyWithinMinutes"] = chance.OneOf(60, 90, 120);
        }

        if (!(fromImage && region == AccountDrawing.Source) && chance.Strikes(0.12))
        {
            destination["kmsKeyId"] = chance.OneOf("alias/ami", "mrk-0a1b2c3d4e5f40008a9b0c1d2e3f4a5b");
        }

        if (launch is not null && (string?)launch["verify"] != "statusOk" && chance.Strikes(0.1))
        {
            (destination["launch"], destination["launchTemplate"]) = (null, null);
        }

        return destination;
    }

    private JsonObject Share(bool encrypts)
    {
        var share = new JsonObject { ["accounts"] = new JsonArray([.. AccountDrawing.Others.Take(chance.Next(1, 3)).Select(account => JsonValue.Create(account))]) };
        if (chance.Strikes(0.3))
        {
            share["mode"] = "exact";
        }

        if (chance.Strikes(0.15))
        {
            share["organizations"] = new JsonArray(AccountDrawing.Organization);
        }

        if (!encrypts && chance.Strikes(0.12))
        {
            (share["visibility"], share["snapshots"]) = ("public", chance.Strikes(0.5));
        }
        else if (chance.Strikes(0.2))
        {
            share["snapshots"] = false;
        }

        return share;
    }

    private void AddOutcome(JsonObject request)
    {
        if (chance.Strikes(0.25))
        {
            request["onFailure"] = "rollback";
        }

        if (chance.Strikes(0.4))
        {
            request["tolerateFailedRegions"] = chance.Next(1, 3);
        }
    }
}
