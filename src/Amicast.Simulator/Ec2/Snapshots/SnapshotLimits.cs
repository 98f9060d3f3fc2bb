using Amicast.Simulator.Account;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>How often, and how many at a time, snapshots of one volume may be made.</summary>
/// <remarks>Source: "Error codes for the Amazon EC2 API"; the quotas of EBS for concurrent snapshots per volume.</remarks>
internal static class SnapshotLimits
{
    /// <exception cref="Ec2Exception">SnapshotCreationPerVolumeRateExceeded, ConcurrentSnapshotLimitExceeded; both pass.</exception>
    internal static void CheckNewSnapshots(this Call call, IEnumerable<Volume> volumes)
    {
        foreach (var volume in volumes)
        {
            CheckRate(call, volume);
            CheckConcurrency(call, volume);
        }
    }

    private static void CheckRate(Call call, Volume volume)
    {
        if (volume.Snapshots is [.., var last] && call.Now < last.CreatedAt.AddSeconds(call.Account.Limits.SecondsBetweenSnapshots))
        {
            throw new Ec2Exception(
                "SnapshotCreationPerVolumeRateExceeded",
                "The maximum per volume CreateSnapshot request rate has been exceeded. Use an increasing or variable sleep interval between requests.");
        }
    }

    private static void CheckConcurrency(Call call, Volume volume)
    {
        // The last one stays, for the rate.
        var last = volume.Snapshots.LastOrDefault();
        volume.Snapshots.RemoveAll(snapshot => snapshot != last && !Counts(snapshot, call.Now));
        if (volume.Snapshots.Count(snapshot => Counts(snapshot, call.Now)) >= Most(volume, call.Account.Limits))
        {
            throw new Ec2Exception(
                "ConcurrentSnapshotLimitExceeded", "Maximum allowed in-progress snapshots for a single volume exceeded.");
        }
    }

    private static int Most(Volume volume, LimitsDocument limits) =>
        volume.VolumeType is "st1" or "sc1" ? limits.ConcurrentSnapshotsPerHddVolume : limits.ConcurrentSnapshotsPerVolume;

    /// <summary>One that ended in error counts until it is deleted; one deleted while it was pending, until it would have been completed.</summary>
    private static bool Counts(Snapshot snapshot, DateTimeOffset now) => snapshot.Course.StatusAt(now) switch
    {
        Snapshot.Pending => snapshot.Exists(now) || now < snapshot.Course.End,
        Snapshot.Error => snapshot.Exists(now),
        _ => false,
    };
}
