using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account;

/// <summary>Reads an image of an account document.</summary>
internal static class ImageReader
{
    private static readonly string[] OfTheSnapshot = ["sizeGiB", "encrypted", "kmsKeyId"];
    private static readonly string[] Protections = ["disabled", "enabled-without-cooldown", "enabled-with-cooldown"];

    internal static ImageDocument Read(DocumentObject image, RegionNames names)
    {
        var imageId = image.OwnId("imageId", "ami", names.Ids);
        var name = image.RequiredText("name", ImageName.IsValid, "a name of 3 to 128 letters, digits and ()[] ./-'@_");
        var deviceNames = new HashSet<string>();
        var devices = image.Objects("devices", device => ReadDevice(device, deviceNames, names));
        if (devices.Count == 0)
        {
            image.Report("devices", "MissingProperty", "The image has no device.", "List at least its root device.");
        }

        return new(
            imageId,
            name,
            image.Text("description"),
            image.Text("ownerId", AccountReader.IsAccountId, "an account id of twelve digits"),
            InstanceReader.ReadArchitecture(image) ?? "x86_64",
            devices,
            ReadPermissions(image, "launchPermissions"),
            image.TextByName("tags"))
        {
            RootDeviceName = image.Text("rootDeviceName", deviceNames.Contains, "one of the devices"),
            CreatedAt = image.Moment("createdAt"),
            AvailableAt = image.Moment("availableAt"),
            SnapshotsShownAt = image.Moment("snapshotsShownAt"),
            Mishap = image.Object("mishap", SnapshotReader.ReadMishap),
            Disabled = image.Flag("disabled") == true,
            DeprecationTime = image.Moment("deprecationTime"),
            ImdsSupport = image.Text("imdsSupport", text => text is "v2.0", "v2.0"),
            DeregistrationProtection = image.Text("deregistrationProtection", Protections.Contains, string.Join(" or ", Protections)) ?? Protections[0],
            DeregistrationProtectedUntil = image.Moment("deregistrationProtectedUntil"),
            ProductCodes = image.Texts("productCodes"),
            SourceInstanceId = image.Id("sourceInstanceId", "i"),
            SourceImageId = image.Id("sourceImageId", "ami"),
            SourceImageRegion = image.Text("sourceImageRegion"),
        };
    }

    internal static IReadOnlyList<string> ReadPermissions(DocumentObject at, string property)
    {
        var permissions = at.Texts(property);
        foreach (var (value, i) in permissions.Select((value, i) => (value, i)).Where(entry => !PermissionOf(entry.value).IsWellFormed))
        {
            at.Report(
                $"{property}[{i}]",
                "InvalidValue",
                $"'{value}' is nobody to share with.",
                "Give an account id, an organization's or organizational unit's ARN, or all.");
        }

        return permissions;
    }

    internal static Permission PermissionOf(string value) => value switch
    {
        "all" => Permission.Public,
        _ when value.Contains(":organization/", StringComparison.Ordinal) => new(Permission.OrganizationArn, value),
        _ when value.Contains(":ou/", StringComparison.Ordinal) => new(Permission.OrganizationalUnitArn, value),
        _ => new(Permission.UserId, value),
    };

    private static ImageDeviceDocument ReadDevice(DocumentObject device, HashSet<string> deviceNames, RegionNames names)
    {
        var name = device.RequiredText("device").Once(device, "device", deviceNames);
        var (volumeType, goesAlong) = (device.Text("volumeType") ?? "gp3", device.Flag("deleteOnTermination") ?? true);
        var snapshotId = device.Text("snapshotId");
        if (snapshotId is not null && names.Snapshots.Contains(snapshotId))
        {
            VolumeReader.RefuseTwice(device, OfTheSnapshot, "snapshots");
            return new(name, snapshotId, null, false, null) { VolumeType = volumeType, DeleteOnTermination = goesAlong };
        }

        snapshotId = device.Id("snapshotId", "snap")?.Once(device, "snapshotId", names.Ids);
        var size = VolumeReader.ReadSize(device);
        var kmsKeyId = KeyReader.ReadName(device, "kmsKeyId", names.Keys);
        return new(name, snapshotId, size, device.Flag("encrypted") ?? kmsKeyId is not null, kmsKeyId)
        {
            VolumeType = volumeType,
            DeleteOnTermination = goesAlong,
        };
    }
}
