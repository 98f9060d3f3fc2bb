using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The snapshot that a request names.</summary>
internal static class FindSnapshot
{
    /// <exception cref="Ec2Exception">MissingParameter, InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound, AuthFailure.</exception>
    internal static Snapshot OwnSnapshot(this Call call)
    {
        var id = call.Parameters.Required("SnapshotId");
        SnapshotErrors.CheckId(id);
        if (!call.Region.Snapshots.TryFind(id, call.Now, out var snapshot) || !snapshot.IsVisibleTo(call.AccountId))
        {
            throw SnapshotErrors.NotFound([id]);
        }

        return snapshot.OwnerId == call.AccountId ? snapshot : throw RequestErrors.NotAuthorizedFor("snapshot", id);
    }
}
