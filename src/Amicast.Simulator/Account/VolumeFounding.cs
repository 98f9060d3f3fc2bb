using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Account;

/// <summary>Makes the volumes of a Region.</summary>
internal sealed class VolumeFounding(string accountId, Region region, DateTimeOffset start)
{
    internal void Found(IReadOnlyList<EbsVolumeDocument> volumes)
    {
        foreach (var said in volumes)
        {
            region.Volumes.Add(Volume(said));
        }
    }

    private Volume Volume(EbsVolumeDocument said) => new()
    {
        Id = said.VolumeId,
        OwnerId = accountId,
        CreatedAt = said.CreatedAt ?? start,
        Visibility = Visibility.From(start),
        Tags = new(said.Tags),
        SizeGiB = said.SizeGiB,
        VolumeType = said.VolumeType,
        Zone = said.AvailabilityZone ?? region.Zones[0],
        Key = RegionFounding.Key(said.Encryption, region),
        SnapshotId = said.SnapshotId,
        AvailableAt = said.AvailableAt ?? start,
        IsLost = said.State == "error",
    };
}
