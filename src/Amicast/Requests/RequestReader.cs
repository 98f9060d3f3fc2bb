using System.Globalization;
using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads a request document and finds everything in it that is wrong by itself; what only an account can tell is the plan's to find.</summary>
/// <remarks>
/// A part that cannot be read is left out of the request it returns, so that the plan can still check the rest and every problem is
/// reported at once. A request whose problems are not empty is never carried out.
/// </remarks>
internal sealed class RequestReader
{
    // 30 days. The execution is ended by itself a day later (TimeoutSeconds of the definition): nothing of a run lasts that long after its deadline.
    private const int MostMinutes = 43_200;

    // A time alone would be one of the day on which it is read.
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly List<Problem> _problems = [];

    private RequestReader()
    {
    }

    /// <summary>Reads <paramref name="document"/>; the request is <see langword="null"/> where not even its source can be told.</summary>
    internal static (Request? Request, List<Problem> Problems) Read(JsonElement document)
    {
        var reader = new RequestReader();
        return (reader.ReadRequest(document), reader._problems);
    }

    private Request? ReadRequest(JsonElement document)
    {
        if (ObjectReader.Open(document, "$", _problems) is not { } root)
        {
            return null;
        }

        var run = ReadRun(root);
        var scheduledTime = ReadScheduledTime(root);
        var source = SourceReader.Read(root);
        var image = new ImageReader(_problems).ReadShared(root, source?.InstanceId is not null);
        var shared = new Blocks(image, ShareReader.Read(root, _problems), LaunchReader.Read(root, _problems))
        {
            LaunchTemplate = LaunchTemplateReader.Read(root, source?.InstanceId is not null, _problems),
        };
        var destinations = ReadDestinations(root, shared, source);
        foreach (var destination in destinations)
        {
            LaunchReader.CheckNamed(destination.Launch, destination.LaunchTemplate is not null, _problems);
        }

        var timeout = root.Number("timeoutMinutes", otherwise: 1440, least: 1, most: MostMinutes);
        var tolerate = root.Number("tolerateFailedRegions", otherwise: 0, least: 0, most: 100);
        var rollsBack = root.OneOf("onFailure", ["keep", "rollback"]) == "rollback";
        root.RefuseOthers();
        if (source is null)
        {
            return null;
        }

        SourceReader.CheckVerified(source, destinations, _problems);
        return new Request(run, scheduledTime, source, image, destinations, timeout, tolerate) { RollsBack = rollsBack };
    }

    private static string? ReadRun(ObjectReader root)
    {
        var run = root.Text("run");
        if (run is null || RunId.IsValid(run))
        {
            return run;
        }

        root.Report("run", "InvalidRunId", $"'{run}' is not a run id", RunId.Remedy);
        return null;
    }

    private static DateTimeOffset? ReadScheduledTime(ObjectReader root)
    {
        var text = root.Text("scheduledTime");
        if (text is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.ToUniversalTime();
        }

        root.Report("scheduledTime", "InvalidTime", $"'{text}' is not a time", "write it like 2026-11-22T02:00:00Z");
        return null;
    }

    private List<RequestDestination> ReadDestinations(ObjectReader root, Blocks shared, RequestSource? source)
    {
        var destinations = new List<RequestDestination>();
        foreach (var (item, path) in root.Items("destinations"))
        {
            if (ObjectReader.Open(item, path, _problems) is { } reader && ReadDestination(reader, shared, source) is { } destination)
            {
                if (destinations.Any(other => other.Region == destination.Region))
                {
                    reader.Report("region", "DuplicateRegion", $"'{destination.Region}' is a destination already", "give each Region one entry");
                }
                else
                {
                    destinations.Add(destination);
                }
            }
        }

        if (root.Has("destinations", out var written))
        {
            if (written.ValueKind == JsonValueKind.Array && written.GetArrayLength() == 0)
            {
                root.Report("destinations", "Empty", "'destinations' is empty", "leave it out for the source Region alone, or name Regions");
            }
        }
        else if (source is not null)
        {
            destinations.Add(new RequestDestination(source.Path, source.Region, shared.Image, shared.Share, shared.Launch) { LaunchTemplate = shared.LaunchTemplate });
        }

        return destinations;
    }

    private RequestDestination? ReadDestination(ObjectReader reader, Blocks shared, RequestSource? source)
    {
        var region = reader.RequiredText("region", "name the destination's Region");
        var image = new ImageReader(_problems).ReadOwn(reader, shared.Image);
        var share = reader.Has("share", out _) ? ShareReader.Read(reader, _problems) : shared.Share;
        var launch = reader.Has("launch", out _) ? LaunchReader.Read(reader, _problems) : shared.Launch;
        var (encryption, within) = CopyReader.Read(reader, isSource: region is not null && region == source?.Region);
        var template = reader.Has("launchTemplate", out _)
            ? LaunchTemplateReader.Read(reader, source?.InstanceId is not null, _problems)
            : shared.LaunchTemplate;
        reader.RefuseOthers();
        return region is null ? null : new RequestDestination(reader.Path, region, image, share, launch, encryption, within) { LaunchTemplate = template };
    }

    /// <summary>The blocks that destinations inherit.</summary>
    private sealed record Blocks(RequestImage Image, RequestShare? Share, RequestLaunch? Launch)
    {
        internal RequestLaunchTemplate? LaunchTemplate { get; init; }
    }
}
