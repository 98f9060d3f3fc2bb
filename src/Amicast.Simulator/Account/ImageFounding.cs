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
            CreatedAt = start,
            Visibility = Visibility.From(start),
            Tags = new(said.Tags),
            Name = said.Name,
            Description = said.Description,
            Architecture = said.Architecture,
            RootDeviceName = said.Devices[0].Device,
            Devices = [.. said.Devices.Select(device => new ImageDevice(device.Device, Snapshot(device, said, ownerId, permissions), "gp3", true))],
            AvailableAt = start,
            Permissions = permissions,
        };
    }

    private Snapshot Snapshot(ImageDeviceDocument said, ImageDocument image, string ownerId, IReadOnlyList<Permission> permissions)
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
            SizeGiB = said.SizeGiB,
            Description = $"The snapshot of {said.Device} of {image.ImageId}",
            Key = RegionFounding.Key(said.Encrypted, said.KmsKeyId, region),
            Course = SnapshotCourse.CompletedAt(start),
            Permissions = [.. permissions.Where(permission => permission.Element is Permission.UserId or Permission.Group)],
        };
        snapshot.ImageIds.Add(image.ImageId);
        region.Snapshots.Add(snapshot);
        return snapshot;
    }
}
