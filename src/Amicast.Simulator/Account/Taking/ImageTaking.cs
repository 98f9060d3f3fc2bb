using Amicast.Simulator.Ec2.Images;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down an image; of one that is not available, when it will be or what happens to it.</summary>
internal static class ImageTaking
{
    internal static ImageDocument Of(Image image, string accountId, DateTimeOffset now) => new(
        image.Id,
        image.Name,
        image.Description,
        image.OwnerId == accountId ? null : image.OwnerId,
        image.Architecture,
        [.. image.Devices.Select(Device)],
        [.. image.Permissions.Select(permission => permission.Value)],
        new OrderedDictionary<string, string>(image.Tags))
    {
        RootDeviceName = image.RootDeviceName == image.Devices[0].DeviceName ? null : image.RootDeviceName,
        CreatedAt = image.CreatedAt,
        AvailableAt = image.AvailableAt > now ? image.AvailableAt : null,
        SnapshotsShownAt = image.SnapshotsShownAt > now ? image.SnapshotsShownAt : null,
        Mishap = SnapshotTaking.Mishap(image.Mishap),
        Disabled = image.IsDisabled,
        DeprecationTime = image.DeprecatedAt,
        ImdsSupport = image.ImdsSupport,
        DeregistrationProtection = Protection(image.Protection),
        DeregistrationProtectedUntil = !image.Protection.IsEnabled && image.Protection.HoldsAt(now) ? image.Protection.HoldsUntil : null,
        ProductCodes = image.ProductCodes,
        SourceInstanceId = image.SourceInstanceId,
        SourceImageId = image.SourceImageId,
        SourceImageRegion = image.SourceImageRegion,
    };

    private static string Protection(DeregistrationProtection protection) => (protection.IsEnabled, protection.HasCooldown) switch
    {
        (false, _) => "disabled",
        (true, false) => "enabled-without-cooldown",
        (true, true) => "enabled-with-cooldown",
    };

    private static ImageDeviceDocument Device(ImageDevice device) => new(device.DeviceName, device.Snapshot.Id, SizeGiB: null, Encrypted: false, KmsKeyId: null)
    {
        VolumeType = device.VolumeType,
        DeleteOnTermination = device.DeleteOnTermination,
    };
}
