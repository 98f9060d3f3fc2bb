using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Account;

/// <summary>Makes the images of a Region, with their snapshots; who may launch an image may use its snapshots too.</summary>
internal sealed class ImageFounding(string accountId, Region region, ResourceIds ids, DateTimeOffset start)
{
    internal void Found(IReadOnlyList<ImageDocument> images)
    {
        foreach (var said in images)
        {
            region.Images.Add(Image(said));
        }
    }

    private Image Image(ImageDocument said)
    {
        var ownerId = said.OwnerId ?? accountId;
        var permissions = said.LaunchPermissions.Select(ImageReader.PermissionOf).ToList();
        return new()
        {
            Id = said.ImageId,
            OwnerId = ownerId,
            CreatedAt = said.CreatedAt ?? start,
            Visibility = Visibility.From(start),
            Tags = new(said.Tags),
            Name = said.Name,
            Description = said.Description,
            Architecture = said.Architecture,
            RootDeviceName = said.RootDeviceName ?? said.Devices[0].Device,
            Devices = [.. said.Devices.Select(device =>
                new ImageDevice(device.Device, Snapshot(device, said, ownerId, permissions), device.VolumeType, device.DeleteOnTermination))],
            AvailableAt = said.AvailableAt ?? start,
            SnapshotsShownAt = said.SnapshotsShownAt ?? start,
            Mishap = SnapshotFounding.Mishap(said.Mishap, start),
            IsDisabled = said.Disabled,
            DeprecatedAt = said.DeprecationTime,
            ImdsSupport = said.ImdsSupport,
            Protection = Protection(said),
            ProductCodes = said.ProductCodes,
            SourceInstanceId = said.SourceInstanceId,
            SourceImageId = said.SourceImageId,
            SourceImageRegion = said.SourceImageRegion,
            Permissions = permissions,
        };
    }

    private static DeregistrationProtection Protection(ImageDocument said) => (said.DeregistrationProtection, said.DeregistrationProtectedUntil) switch
    {
        ("enabled-with-cooldown", _) => new(IsEnabled: true, HasCooldown: true, DateTimeOffset.MinValue),
        ("enabled-without-cooldown", _) => new(IsEnabled: true, HasCooldown: false, DateTimeOffset.MinValue),
        (_, { } until) => new(IsEnabled: false, HasCooldown: true, until),
        _ => DeregistrationProtection.None,
    };

    private Snapshot Snapshot(ImageDeviceDocument said, ImageDocument image, string ownerId, IReadOnlyList<Permission> permissions)
    {
        var snapshot = said.SizeGiB is { } sizeGiB ? Founded(said, sizeGiB, image, ownerId, permissions) : Described(said.SnapshotId);
        snapshot.ImageIds.Add(image.ImageId);
        return snapshot;
    }

    private Snapshot Described(string? snapshotId) => region.Snapshots.TryFind(snapshotId ?? "", start, out var snapshot)
        ? snapshot
        : throw new ArgumentException($"The Region {region.Name} of the account document does not describe the snapshot {snapshotId}.", nameof(snapshotId));

    private Snapshot Founded(ImageDeviceDocument said, int sizeGiB, ImageDocument image, string ownerId, IReadOnlyList<Permission> permissions)
    {
        var id = said.SnapshotId ?? ids.Next("snap");
        var snapshot = new Snapshot
        {
            Id = id,
            OwnerId = ownerId,
            CreatedAt = start,
            Visibility = Visibility.From(start),
            VolumeId = Ec2.Snapshots.Snapshot.NoVolume,
            Lineage = id,
            SizeGiB = sizeGiB,
            Description = $"The snapshot of {said.Device} of {image.ImageId}",
            Key = RegionFounding.Key(new(said.Encrypted, said.KmsKeyId, null), region),
            Course = SnapshotCourse.CompletedAt(start),
            Permissions = [.. permissions.Where(permission => permission.Element is Permission.UserId or Permission.Group)],
        };
        region.Snapshots.Add(snapshot);
        if (ownerId == accountId)
        {
            region.Lineages.Remember(snapshot);
        }

        return snapshot;
    }
}
