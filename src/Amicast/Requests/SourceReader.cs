using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>Reads the <c>source</c> block: what a run starts from, and what becomes of it.</summary>
internal static partial class SourceReader
{
    internal static RequestSource? Read(ObjectReader root)
    {
        if (!root.Has("source", out _))
        {
            root.Report("source", "Missing", "'source' is not given", "say what to image: { \"region\": …, \"instanceId\": … }");
            return null;
        }

        if (root.Object("source") is not { } source)
        {
            return null;
        }

        var region = source.RequiredText("region", "name the Region that the instance or image is in");
        var instanceId = ReadId(source, "instanceId", InstanceId(), "InvalidInstanceId", "an instance id is 'i-' and 8 or 17 hexadecimal digits");
        var imageId = ReadId(source, "imageId", ImageId(), "InvalidImageId", "an image id is 'ami-' and 8 or 17 hexadecimal digits");
        CheckOneSource(source);
        var beforehand = source.OneOf("beforehand", ["none", "stop"]) == "stop" ? SourceBeforehand.Stop : SourceBeforehand.None;
        var afterwards = source.OneOf("afterwards", ["keep", "stop", "terminate"]) switch
        {
            "stop" => SourceAfterwards.Stop,
            "terminate" => SourceAfterwards.Terminate,
            _ => SourceAfterwards.Keep,
        };
        CheckHasInstance(source, beforehand, afterwards);
        source.RefuseOthers();
        return region is null ? null : new RequestSource(source.Path, region, instanceId, imageId, beforehand, afterwards);
    }

    /// <summary>A source is given up only for what is known to work elsewhere: notes a problem where a destination does not verify what it launches.</summary>
    internal static void CheckVerified(RequestSource source, IReadOnlyList<RequestDestination> destinations, List<Problem> problems)
    {
        if (source.Afterwards == SourceAfterwards.Keep)
        {
            return;
        }

        var terminates = source.Afterwards == SourceAfterwards.Terminate;
        var unverified = destinations.Where(d => d.Launch?.Verify is not { } verify || verify == Verification.None || (terminates && verify != Verification.StatusOk));
        if (string.Join(", ", unverified.Select(d => d.Region)) is { Length: > 0 } regions)
        {
            var (action, verification) = terminates ? ("terminate", "'verify': \"statusOk\"") : ("stop", "a 'verify' other than \"none\"");
            problems.Add(new Problem($"{source.Path}.afterwards", "NotVerified", $"\"{action}\" needs a verified launch in every destination, and not every one has it: {regions}",
                $"give each of them a 'launch' with {verification}, or keep the source"));
        }
    }

    private static void CheckOneSource(ObjectReader source)
    {
        var (instance, image) = (source.Has("instanceId", out _), source.Has("imageId", out _));
        if (instance && image)
        {
            source.Report("imageId", "TwoSources", "both 'instanceId' and 'imageId' are given", "keep the one that the run is to start from");
        }
        else if (!instance && !image)
        {
            source.Report("instanceId", "Missing", "neither 'instanceId' nor 'imageId' is given", "give one of them");
        }
    }

    private static void CheckHasInstance(ObjectReader source, SourceBeforehand beforehand, SourceAfterwards afterwards)
    {
        if (source.Has("instanceId", out _) || !source.Has("imageId", out _))
        {
            return;
        }

        if (beforehand == SourceBeforehand.Stop)
        {
            source.Report("beforehand", "SourceIsImage", "the source is an image, which cannot be stopped", "leave it out, or start from the instance");
        }

        if (afterwards != SourceAfterwards.Keep)
        {
            source.Report("afterwards", "SourceIsImage", "the source is an image, which cannot be stopped or terminated", "leave it out, or start from the instance");
        }
    }

    private static string? ReadId(ObjectReader source, string name, Regex pattern, string code, string remedy)
    {
        var id = source.Text(name);
        if (id is null || pattern.IsMatch(id))
        {
            return id;
        }

        source.Report(name, code, $"'{id}' is not well formed", remedy);
        return null;
    }

    [GeneratedRegex("^i-([0-9a-f]{8}|[0-9a-f]{17})\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InstanceId();

    [GeneratedRegex("^ami-([0-9a-f]{8}|[0-9a-f]{17})\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ImageId();
}
