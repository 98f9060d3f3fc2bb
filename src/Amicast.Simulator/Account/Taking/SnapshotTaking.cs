using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down a snapshot; of one that is not completed, all of its course.</summary>
internal static class SnapshotTaking
{
    internal static SnapshotDocument Of(Snapshot snapshot, string accountId, DateTimeOffset now)
    {
        var document = new SnapshotDocument(snapshot.Id, snapshot.SizeGiB)
        {
            OwnerId = snapshot.OwnerId == accountId ? null : snapshot.OwnerId,
            VolumeId = snapshot.VolumeId,
            Lineage = snapshot.Lineage == SnapshotFounding.LineageOf(snapshot.Id, snapshot.VolumeId) ? null : snapshot.Lineage,
            Description = snapshot.Description,
            Encryption = VolumeTaking.Encryption(snapshot.Key),
            CreatedAt = snapshot.CreatedAt,
            Incremental = snapshot.IsIncremental,
            CompletionDurationMinutes = snapshot.CompletionDurationMinutes,
            CreateVolumePermissions = [.. snapshot.Permissions.Select(permission => permission.Value)],
            Tags = new OrderedDictionary<string, string>(snapshot.Tags),
        };
        var course = snapshot.Course;
        return course.StatusAt(now) == Snapshot.Completed
            ? document
            : document with
            {
                CompletesAt = course.End,
                Pace = course.Pace,
                StallSeconds = course.Stall.TotalSeconds,
                ShownBeforeLeap = course.ShownBeforeLeap,
                Mishap = Mishap(course.Mishap),
            };
    }

    internal static MishapDocument? Mishap(Mishap? mishap) => mishap is null ? null : new(mishap.At, InstanceTaking.Reason(mishap.Reason));
}
