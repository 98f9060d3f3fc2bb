using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The snapshot that a request names.</summary>
internal static class FindSnapshot
{
    /// <summary>The caller's own snapshot, named by SnapshotId.</summary>
    /// <exception cref="Ec2Exception">MissingParameter, InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound, AuthFailure.</exception>
    internal static Snapshot OwnSnapshot(this Call call) => call.OwnSnapshot(call.Parameters.Required("SnapshotId"));

    /// <exception cref="Ec2Exception">InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound, AuthFailure.</exception>
    internal static Snapshot OwnSnapshot(this Call call, string id)
    {
        var snapshot = call.Snapshot(call.Region, id);
        return snapshot.OwnerId == call.AccountId ? snapshot : throw RequestErrors.NotAuthorizedFor("snapshot", id);
    }

    /// <summary>A snapshot of a Region that the caller may use.</summary>
    /// <exception cref="Ec2Exception">InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound.</exception>
    internal static Snapshot Snapshot(this Call call, Region region, string id)
    {
        SnapshotErrors.CheckId(id);
        return region.Snapshots.TryFind(id, call.Now, out var snapshot) && snapshot.IsVisibleTo(call.AccountId)
            ? snapshot
            : throw SnapshotErrors.NotFound([id]);
    }

    /// <exception cref="Ec2Exception">IncorrectState.</exception>
    internal static Snapshot Completed(this Snapshot snapshot, DateTimeOffset now) =>
        snapshot.Course.StatusAt(now) == Snapshots.Snapshot.Completed ? snapshot : throw SnapshotErrors.NotCompleted(snapshot.Id);
}
