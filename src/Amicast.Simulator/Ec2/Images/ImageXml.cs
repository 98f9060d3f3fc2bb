using System.Globalization;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>An image as DescribeImages shows it.</summary>
internal static class ImageXml
{
    /// <summary>The owner of Amazon's own Linux images, which <c>Owner=amazon</c> stands for.</summary>
    internal const string AmazonAccountId = "137112412989";
    internal const string Hypervisor = "xen";
    internal const string ImageType = "machine";
    internal const string RootDeviceType = "ebs";
    internal const string VirtualizationType = "hvm";

    internal static void Write(ResponseWriter response, Image image, Call call)
    {
        var now = call.Now;
        response.Text("imageId", image.Id);
        response.Text("imageLocation", Location(image));
        response.Text("imageState", image.StateAt(now));
        response.Text("imageOwnerId", image.OwnerId);
        response.Text("imageOwnerAlias", OwnerAlias(image));
        response.Text("creationDate", CreationDate(image));
        response.Flag("isPublic", image.IsPublic);
        response.Text("architecture", image.Architecture);
        response.Text("imageType", ImageType);
        if (image.ProductCodes.Count > 0)
        {
            response.WriteProductCodes(image.ProductCodes);
        }

        response.Text("platformDetails", "Linux/UNIX");
        response.Text("usageOperation", "RunInstances");
        response.Flag("enaSupport", true);
        response.Text("name", image.Name);
        response.Text("description", image.Description);
        response.Text("rootDeviceType", RootDeviceType);
        response.Text("rootDeviceName", image.RootDeviceName);
        WriteDevices(response, image, now);
        response.Text("virtualizationType", VirtualizationType);
        response.Text("hypervisor", Hypervisor);
        response.Text("imdsSupport", image.ImdsSupport);
        response.Text("sourceInstanceId", image.SourceInstanceId);
        response.Text("sourceImageId", image.SourceImageId);
        response.Text("sourceImageRegion", image.SourceImageRegion);
        response.Text("deprecationTime", Moment(image.DeprecatedAt));
        response.Text("deregistrationProtection", image.Protection.HoldsAt(now) ? image.Protection.StatusAt(now) : null);
        WriteStateReason(response, image.StateReasonAt(now));

        // Tags are their owner's: an account that an image is shared with does not see them.
        response.WriteTags(image.TagsShownTo(call));
    }

    internal static void WriteDevices(ResponseWriter response, Image image, DateTimeOffset now) =>
        response.List("blockDeviceMapping", image.Devices, (writer, device) =>
        {
            writer.Text("deviceName", device.DeviceName);
            writer.Open("ebs");
            writer.Text("snapshotId", now >= image.SnapshotsShownAt ? device.Snapshot.Id : null);
            writer.Number("volumeSize", device.Snapshot.SizeGiB);
            writer.Flag("deleteOnTermination", device.DeleteOnTermination);
            writer.Text("volumeType", device.VolumeType);
            writer.Flag("encrypted", device.Snapshot.Key is not null);
            writer.Close("ebs");
        });

    internal static string? OwnerAlias(Image image) => image.OwnerId == AmazonAccountId ? "amazon" : null;

    internal static string Location(Image image) => $"{image.OwnerId}/{image.Name}";

    internal static string CreationDate(Image image) => Moment(image.CreatedAt)!;

    /// <summary>To the second, as images show their moments.</summary>
    internal static string? Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.'000Z'", CultureInfo.InvariantCulture);

    private static void WriteStateReason(ResponseWriter response, StateReason? reason)
    {
        if (reason is not null)
        {
            response.Open("stateReason");
            response.Text("code", reason.Code);
            response.Text("message", reason.Message);
            response.Close("stateReason");
        }
    }
}
