using System.Globalization;
using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Events;

/// <summary><see cref="DetailTypes.Snapshot"/> and <see cref="DetailTypes.SnapshotSet"/>: source, EBS User Guide, "Amazon EventBridge events for Amazon EBS".</summary>
/// <remarks>
/// The ARNs have the Region where others have the account, and the request's id is empty: so AWS documents it. Choices: the snapshots of an image
/// have events as any others; those of CreateSnapshots have one for all of them; a snapshot that was deleted before its end has none.
/// </remarks>
internal static class SnapshotEvents
{
    /// <summary>Announces the end of snapshots of volumes, each on its own.</summary>
    internal static void AnnounceSnapshots(this Call call, IEnumerable<Snapshot> snapshots)
    {
        foreach (var snapshot in snapshots)
        {
            Announce(call, snapshot, () => Detail("createSnapshot", snapshot, call.Region, SourceOf(snapshot, call.Region)));
        }
    }

    /// <summary>Announces the end of copies.</summary>
    internal static void AnnounceCopies(this Call call, Region from, IEnumerable<(Snapshot Source, Snapshot Copy)> copies)
    {
        foreach (var (source, copy) in copies)
        {
            Announce(call, copy, () =>
            {
                var detail = Detail("copySnapshot", copy, call.Region, Arn(from, "snapshot", source.Id));
                return copy.Course.Mishap is null ? WithTransfer(detail, copy) : detail;
            });
        }
    }

    /// <summary>Announces the end of the last of the snapshots that were made together.</summary>
    internal static void AnnounceSet(this Call call, IReadOnlyList<Snapshot> snapshots)
    {
        var end = snapshots.Max(snapshot => snapshot.Course.RunsUntil);
        call.Account.Events.Announce(call, end, () => snapshots.All(snapshot => snapshot.Exists(end))
            ? new(DetailTypes.SnapshotSet, [.. snapshots.Select(snapshot => Arn(call.Region, "snapshot", snapshot.Id))], SetDetail(call, snapshots, end))
            : null);
    }

    private static void Announce(Call call, Snapshot snapshot, Func<JsonObject> detail)
    {
        var end = snapshot.Course.RunsUntil;
        call.Account.Events.Announce(
            call, end, () => snapshot.Exists(end) ? new(DetailTypes.Snapshot, [Arn(call.Region, "snapshot", snapshot.Id)], detail()) : null);
    }

    private static JsonObject Detail(string name, Snapshot snapshot, Region region, string source) => new()
    {
        ["event"] = name,
        ["result"] = snapshot.Course.Mishap is null ? "succeeded" : "failed",
        ["cause"] = snapshot.Course.Mishap?.Reason?.Message ?? "",
        ["request-id"] = "",
        ["snapshot_id"] = Arn(region, "snapshot", snapshot.Id),
        ["source"] = source,
        ["startTime"] = CloudEvent.Moment(snapshot.Course.Start),
        ["endTime"] = CloudEvent.Moment(snapshot.Course.RunsUntil),
    };

    private static JsonObject WithTransfer(JsonObject detail, Snapshot copy)
    {
        detail["incremental"] = copy.IsIncremental ? "true" : "false";
        detail["transferType"] = SnapshotXml.TransferType(copy);
        if (copy.CompletionDurationMinutes is not null)
        {
            detail["completionDurationStartTime"] = copy.Course.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        }

        return detail;
    }

    private static JsonObject SetDetail(Call call, IReadOnlyList<Snapshot> snapshots, DateTimeOffset end)
    {
        var failed = snapshots.FirstOrDefault(snapshot => snapshot.Course.Mishap is not null);
        return new()
        {
            ["event"] = "createSnapshots",
            ["result"] = failed is null ? "succeeded" : "failed",
            ["cause"] = failed is null ? "" : $"Snapshot {failed.Id} is in status error",
            ["request-id"] = "",
            ["startTime"] = CloudEvent.Moment(call.Now),
            ["endTime"] = CloudEvent.Moment(end),
            ["snapshots"] = new JsonArray([.. snapshots.Select(snapshot => new JsonObject
            {
                ["snapshot_id"] = Arn(call.Region, "snapshot", snapshot.Id),
                ["source"] = SourceOf(snapshot, call.Region),
                ["status"] = snapshot.Course.StatusAt(end),
            })]),
        };
    }

    private static string SourceOf(Snapshot snapshot, Region region) => Arn(region, "volume", snapshot.VolumeId);

    private static string Arn(Region region, string kind, string id) => $"arn:aws:ec2::{region.Name}:{kind}/{id}";
}
