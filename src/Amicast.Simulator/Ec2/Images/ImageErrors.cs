using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

internal static class ImageErrors
{
    internal static void CheckId(string id) => ResourceIds.Check(id, "ami", "InvalidAMIID.Malformed");

    internal static Ec2Exception NotFound(IReadOnlyList<string> ids) => new("InvalidAMIID.NotFound", ids.Count == 1
        ? $"The image id '[{ids[0]}]' does not exist"
        : $"The image ids '[{string.Join(", ", ids)}]' do not exist");

    /// <summary>One code for "not yet" and for "no more"; only the message tells them apart.</summary>
    internal static Ec2Exception Unavailable(Image image, DateTimeOffset now) => new("InvalidAMIID.Unavailable", image.StateAt(now) == Image.Pending
        ? $"The image ID '{image.Id}' is currently pending and may not be used"
        : $"The image ID '{image.Id}' is no longer available");

    internal static Ec2Exception DuplicateName(Image image) =>
        new("InvalidAMIName.Duplicate", $"AMI name {image.Name} is already in use by AMI {image.Id}");

    internal static Ec2Exception StorageNotShared() => new("InvalidRequest", "You do not have permission to access the storage of this ami");

    internal static Ec2Exception InvalidItem(Permission permission) =>
        new("InvalidAMIAttributeItemValue", $"Invalid attribute item value \"{permission.Value}\" for {permission.Element} item type.");

    internal static Ec2Exception UnderManagedKey() =>
        new("InvalidParameter", "Snapshots encrypted with the AWS Managed CMK can't be shared");

    /// <summary>A choice: no public source gives the code for giving an encrypted image to all.</summary>
    internal static Ec2Exception EncryptedForAll() => new("InvalidParameter", "Encrypted images can't be made public");

    /// <summary>A choice: no public source gives the code for giving an image with product codes to all.</summary>
    internal static Ec2Exception HasProductCodes(Image image) =>
        new("OperationNotPermitted", $"The image '{image.Id}' has product codes and can't be shared publicly.");

    internal static Ec2Exception PublicAccessBlocked() => new(
        "OperationNotPermitted",
        "You can't publicly share this image because block public access for AMIs is enabled for your account in this Region.");

    /// <summary>A choice: no public source gives the code for deregistering a protected image.</summary>
    internal static Ec2Exception Protected(Image image) =>
        new("OperationNotPermitted", $"The image '{image.Id}' is protected against deregistration. Disable its deregistration protection and try again.");

    internal static StateReason CopyFailed { get; } = new("Server.InternalError", "Copy image failed with an internal error");

    internal static StateReason CreateFailed { get; } = new("Server.InternalError", "Create image failed with an internal error");
}
