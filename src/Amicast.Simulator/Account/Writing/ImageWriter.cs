using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes an image of an account document.</summary>
internal static class ImageWriter
{
    internal static DocumentWriter Write(ImageDocument image) => new DocumentWriter()
        .Text("imageId", image.ImageId)
        .Text("name", image.Name)
        .Text("description", image.Description)
        .Text("ownerId", image.OwnerId)
        .Text("architecture", image.Architecture, "x86_64")
        .Text("rootDeviceName", image.RootDeviceName)
        .Objects("devices", image.Devices, Device)
        .Moment("createdAt", image.CreatedAt)
        .Moment("availableAt", image.AvailableAt)
        .Moment("snapshotsShownAt", image.SnapshotsShownAt)
        .Part("mishap", image.Mishap, SnapshotWriter.Mishap)
        .Flag("disabled", image.Disabled)
        .Moment("deprecationTime", image.DeprecationTime)
        .Text("imdsSupport", image.ImdsSupport)
        .Text("deregistrationProtection", image.DeregistrationProtection, "disabled")
        .Moment("deregistrationProtectedUntil", image.DeregistrationProtectedUntil)
        .Texts("productCodes", image.ProductCodes)
        .Text("sourceInstanceId", image.SourceInstanceId)
        .Text("sourceImageId", image.SourceImageId)
        .Text("sourceImageRegion", image.SourceImageRegion)
        .Texts("launchPermissions", image.LaunchPermissions)
        .TextByName("tags", image.Tags);

    /// <summary>What the Region's snapshots say of a device's snapshot is not said here.</summary>
    private static DocumentWriter Device(ImageDeviceDocument device)
    {
        var writer = new DocumentWriter().Text("device", device.Device).Text("snapshotId", device.SnapshotId);
        if (device.SizeGiB is { } sizeGiB)
        {
            writer.Whole("sizeGiB", sizeGiB).With(new EncryptionDocument(device.Encrypted, device.KmsKeyId, null), VolumeWriter.Encryption);
        }

        return writer.Text("volumeType", device.VolumeType, "gp3").Flag("deleteOnTermination", device.DeleteOnTermination, unless: true);
    }
}
