using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Account;

/// <summary>Makes the snapshots of a Region.</summary>
internal sealed class SnapshotFounding(string accountId, Region region, DateTimeOffset start)
{
    internal void Found(IReadOnlyList<SnapshotDocument> snapshots)
    {
        foreach (var snapshot in snapshots.Select(Snapshot))
        {
            region.Snapshots.Add(snapshot);
            if (snapshot.OwnerId == accountId)
            {
                region.Lineages.Remember(snapshot);
                RememberAtVolume(snapshot);
            }
        }
    }

    /// <summary>What is in progress counts for how many more snapshots its volume may have.</summary>
    private void RememberAtVolume(Snapshot snapshot)
    {
        if (region.Volumes.TryFind(snapshot.VolumeId, start, out var volume))
        {
            volume.Snapshots.Add(snapshot);
        }
    }

    /// <summary>What goes wrong, as the document says it.</summary>
    internal static Mishap? Mishap(MishapDocument? said, DateTimeOffset start) =>
        said is null ? null : new(said.At ?? start, said.Reason is { } reason ? new(reason.Code, reason.Message) : null);

    private Snapshot Snapshot(SnapshotDocument said)
    {
        var begun = said.CreatedAt ?? start;
        return new()
        {
            Id = said.SnapshotId,
            OwnerId = said.OwnerId ?? accountId,
            CreatedAt = begun,
            Visibility = Visibility.From(start),
            Tags = new(said.Tags),
            VolumeId = said.VolumeId,
            Lineage = said.Lineage ?? LineageOf(said.SnapshotId, said.VolumeId),
            SizeGiB = said.SizeGiB,
            Description = said.Description,
            Key = RegionFounding.Key(said.Encryption, region),
            Course = new(begun, said.CompletesAt ?? begun, said.Pace, Mishap(said.Mishap, start))
            {
                Stall = TimeSpan.FromSeconds(said.StallSeconds),
                ShownBeforeLeap = said.ShownBeforeLeap,
            },
            IsIncremental = said.Incremental,
            CompletionDurationMinutes = said.CompletionDurationMinutes,
            Permissions = [.. said.CreateVolumePermissions.Select(ImageReader.PermissionOf)],
        };
    }

    /// <summary>The lineage of a snapshot where nothing else is said: its volume's, or, of a copy, its own.</summary>
    internal static string LineageOf(string snapshotId, string volumeId) => volumeId == Ec2.Snapshots.Snapshot.NoVolume ? snapshotId : volumeId;
}
