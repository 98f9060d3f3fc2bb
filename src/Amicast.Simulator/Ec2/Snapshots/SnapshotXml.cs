using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>A snapshot as DescribeSnapshots and CreateSnapshot show it.</summary>
internal static class SnapshotXml
{
    internal static void Write(ResponseWriter response, Snapshot item, Call call)
    {
        var (now, status) = (call.Now, item.Course.StatusAt(call.Now));
        response.Text("snapshotId", item.Id);
        response.Text("volumeId", item.VolumeId);
        response.Text("status", status);
        response.Text("statusMessage", status == Snapshot.Error ? item.Course.Mishap?.Reason?.Message : null);
        response.Moment("startTime", item.CreatedAt);
        response.Moment("completionTime", status == Snapshot.Completed ? item.Course.End : null);
        response.Text("progress", item.Course.ProgressAt(now));
        response.Text("ownerId", item.OwnerId);
        response.Number("volumeSize", item.SizeGiB);
        response.Text("description", item.Description);
        response.Flag("encrypted", item.Key is not null);
        response.Text("kmsKeyId", item.Key?.Arn);
        response.Text("storageTier", "standard");
        response.Text("transferType", TransferType(item));
        response.Number("completionDurationMinutes", item.CompletionDurationMinutes);
        response.WriteTags(item.TagsShownTo(call));
    }

    internal static string? TransferType(Snapshot snapshot) => snapshot switch
    {
        { CompletionDurationMinutes: not null } => "time-based",
        { VolumeId: Snapshot.NoVolume } => "standard",
        _ => null,
    };
}
