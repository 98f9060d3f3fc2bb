using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>One volume that a launch makes.</summary>
internal sealed record LaunchDevice(string DeviceName, string? SnapshotId, int SizeGiB, string VolumeType, KmsKey? Key, bool DeleteOnTermination)
{
    private const string DefaultVolumeType = "gp3";

    /// <summary>The key of the snapshot that it is made from.</summary>
    internal KmsKey? SnapshotKey { get; private init; }

    /// <summary>The image's devices, changed, left out and added to by the mappings of the launch.</summary>
    /// <exception cref="Ec2Exception">InvalidBlockDeviceMapping, UnsupportedOperation.</exception>
    internal static IReadOnlyList<LaunchDevice> Join(Image image, IReadOnlyList<BlockDevice> mappings, Call call)
    {
        var region = call.Region;
        var devices = image.Devices.Select(device => Of(device, call)).ToList();
        foreach (var mapping in mappings)
        {
            var at = devices.FindIndex(device => device.DeviceName == mapping.DeviceName);
            if (mapping.NoDevice)
            {
                devices.RemoveAll(device => device.DeviceName == mapping.DeviceName && device.DeviceName != image.RootDeviceName);
            }
            else if (at < 0)
            {
                devices.Add(New(mapping, region));
            }
            else
            {
                devices[at] = devices[at].ChangedBy(mapping, region);
            }
        }

        return devices;
    }

    private static LaunchDevice Of(ImageDevice device, Call call) => new(
        device.DeviceName,
        device.Snapshot.Id,
        device.Snapshot.SizeGiB,
        device.VolumeType,
        Encryption.NotAsked.ForVolume(device.Snapshot, call),
        device.DeleteOnTermination)
    {
        SnapshotKey = device.Snapshot.Key,
    };

    private static LaunchDevice New(BlockDevice mapping, Region region)
    {
        if (mapping.SnapshotId is not null)
        {
            throw RequestErrors.Unsupported($"launching with a volume from the snapshot '{mapping.SnapshotId}' that the image does not have");
        }

        var size = mapping.SizeGiB ?? throw Invalid($"The device '{mapping.DeviceName}' needs a snapshot or a volume size.");
        return new(mapping.DeviceName, null, size, mapping.VolumeType ?? DefaultVolumeType, KeyOf(mapping, region), mapping.DeleteOnTermination ?? true);
    }

    private LaunchDevice ChangedBy(BlockDevice mapping, Region region)
    {
        if (mapping.SizeGiB < SizeGiB)
        {
            throw Invalid($"Volume of size {mapping.SizeGiB}GB is smaller than snapshot '{SnapshotId}', expect size >= {SizeGiB}GB");
        }

        return this with
        {
            SizeGiB = mapping.SizeGiB ?? SizeGiB,
            VolumeType = mapping.VolumeType ?? VolumeType,
            Key = mapping.Encrypted == true ? KeyOf(mapping, region) : Key,
            DeleteOnTermination = mapping.DeleteOnTermination ?? DeleteOnTermination,
        };
    }

    private static KmsKey? KeyOf(BlockDevice mapping, Region region)
    {
        if (mapping.Encrypted != true)
        {
            return region.Settings.EncryptsByDefault ? region.DefaultKey : null;
        }

        return mapping.KmsKeyId is { } name ? region.Keys.Named(name) : region.DefaultKey;
    }

    private static Ec2Exception Invalid(string message) => new("InvalidBlockDeviceMapping", message);
}
