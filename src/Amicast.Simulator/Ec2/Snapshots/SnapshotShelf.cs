using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The snapshots of a Region, with the copies among them that still run, owner by owner.</summary>
internal sealed class SnapshotShelf : Shelf<Snapshot>
{
    private readonly Dictionary<string, PriorityQueue<Snapshot, DateTimeOffset>> _copies = [];

    /// <summary>Whether so many more copies of the owner may run, with <paramref name="most"/> at a time.</summary>
    internal bool HasRoomForCopies(string ownerId, int more, int most, DateTimeOffset now)
    {
        if (!_copies.TryGetValue(ownerId, out var copies))
        {
            return more <= most;
        }

        while (copies.TryPeek(out _, out var end) && end <= now)
        {
            copies.Dequeue();
        }

        // Copies that were deleted while they ran are still counted; it matters only where the count is too high.
        if (copies.Count + more > most)
        {
            _copies[ownerId] = copies = new(copies.UnorderedItems.Where(copy => copy.Element.Exists(now)));
        }

        return copies.Count + more <= most;
    }

    private protected override void OnAdded(Snapshot resource)
    {
        if (resource.VolumeId == Snapshot.NoVolume && resource.Course.StatusAt(resource.CreatedAt) == Snapshot.Pending)
        {
            if (!_copies.TryGetValue(resource.OwnerId, out var copies))
            {
                _copies[resource.OwnerId] = copies = new();
            }

            copies.Enqueue(resource, resource.Course.RunsUntil);
        }
    }
}
