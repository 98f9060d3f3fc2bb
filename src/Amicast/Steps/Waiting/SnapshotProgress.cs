using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Steps.Waiting;

/// <summary>How far an image's snapshots are.</summary>
internal static class SnapshotProgress
{
    /// <summary>Percent, weighted by volume size; none where EC2 shows no snapshots or no progress yet.</summary>
    internal static async Task<double?> LookAsync(IAmazonEC2 ec2, IReadOnlyList<string> snapshotIds, CancellationToken cancellation)
    {
        if (snapshotIds.Count == 0)
        {
            return null;
        }

        // By filter: snapshots that are not visible yet are then missing from the answer instead of failing it.
        var ask = new DescribeSnapshotsRequest { Filters = [new Filter("snapshot-id", [.. snapshotIds])] };
        var snapshots = (await ec2.DescribeSnapshotsAsync(ask, cancellation)).Snapshots ?? [];
        var known = snapshots.Select(s => (Size: Math.Max(1, s.VolumeSize ?? 1), Percent: Percent(s))).Where(s => s.Percent is not null).ToList();
        return known.Count < snapshotIds.Count ? null : Math.Round(known.Sum(s => s.Size * s.Percent!.Value) / known.Sum(s => s.Size), 1);
    }

    // EC2 writes "80%", and nothing at all at first.
    private static double? Percent(Snapshot snapshot) =>
        snapshot.State?.Value == "completed" ? 100
        : double.TryParse(snapshot.Progress?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent : null;
}
