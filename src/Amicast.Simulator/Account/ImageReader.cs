using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account;

/// <summary>Reads an image of an account document.</summary>
internal static class ImageReader
{
    /// <param name="seen">The ids that the Region has already.</param>
    /// <param name="keys">The ids and aliases of the Region's KMS keys.</param>
    internal static ImageDocument Read(DocumentObject image, HashSet<string> seen, IReadOnlySet<string> keys)
    {
        var imageId = InstanceReader.ReadId(image, "imageId", "ami", seen) ?? "";
        var name = image.RequiredText("name", ImageName.IsValid, "a name of 3 to 128 letters, digits and ()[] ./-'@_");
        var names = new HashSet<string>();
        var devices = image.Objects("devices", device => ReadDevice(device, names, seen, keys));
        if (devices.Count == 0)
        {
            image.Report("devices", "MissingProperty", "The image has no device.", "List at least its root device.");
        }

        var permissions = image.Texts("launchPermissions");
        foreach (var (value, i) in permissions.Select((value, i) => (value, i)).Where(entry => !PermissionOf(entry.value).IsWellFormed))
        {
            image.Report(
                $"launchPermissions[{i}]",
                "InvalidValue",
                $"'{value}' is nobody to share with.",
                "Give an account id, an organization's or organizational unit's ARN, or all.");
        }

        return new(
            imageId,
            name,
            image.Text("description"),
            image.Text("ownerId", AccountReader.IsAccountId, "an account id of twelve digits"),
            InstanceReader.ReadArchitecture(image) ?? "x86_64",
            devices,
            permissions,
            image.TextByName("tags"));
    }

    internal static Permission PermissionOf(string value) => value switch
    {
        "all" => Permission.Public,
        _ when value.Contains(":organization/", StringComparison.Ordinal) => new(Permission.OrganizationArn, value),
        _ when value.Contains(":ou/", StringComparison.Ordinal) => new(Permission.OrganizationalUnitArn, value),
        _ => new(Permission.UserId, value),
    };

    private static ImageDeviceDocument ReadDevice(DocumentObject device, HashSet<string> names, HashSet<string> seen, IReadOnlySet<string> keys)
    {
        var name = device.RequiredText("device").Once(device, "device", names);
        var kmsKeyId = KeyReader.ReadName(device, "kmsKeyId", keys);
        return new(
            name,
            InstanceReader.ReadId(device, "snapshotId", "snap", seen, isRequired: false),
            InstanceReader.ReadSize(device),
            device.Flag("encrypted") ?? kmsKeyId is not null,
            kmsKeyId);
    }
}
