using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Block public access, of images and of snapshots, each on its own.</summary>
internal static class BlockPublicAccessRules
{
    private const string GiveImage = "ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.Group=all";
    private const string GiveSnapshot = "ModifySnapshotAttribute&SnapshotId=snap-00000000000000001&CreateVolumePermission.Add.1.Group=all";
    private const string SnapshotsBlocked =
        "OperationNotPermitted 400: You can't publicly share this snapshot because block public access for snapshots is enabled for your account in this Region.";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "Block public access for images keeps new images from all, not from accounts, and snapshots not at all",
            Ok("RegisterImage&Name=new&RootDeviceName=/dev/xvda&BlockDeviceMapping.1.DeviceName=/dev/xvda&BlockDeviceMapping.1.Ebs.SnapshotId=snap-00000000000000001"),
            Shows("imageBlockPublicAccessState", "GetImageBlockPublicAccessState", "unblocked"),
            Ok("EnableImageBlockPublicAccess&ImageBlockPublicAccessState=block-new-sharing"),
            Shows("imageBlockPublicAccessState", "GetImageBlockPublicAccessState", "block-new-sharing"),
            Fails(GiveImage, "OperationNotPermitted 400: You can't publicly share this image because block public access for AMIs is enabled for your account in this Region."),
            Ok(GiveImage.Replace("Group=all", "UserId=111122223333", StringComparison.Ordinal)),
            Ok(GiveSnapshot),
            Ok("DisableImageBlockPublicAccess"),
            Ok(GiveImage)),
        .. ((string[])["block-new-sharing", "block-all-sharing"]).Select(state => new Rule(
            $"{state} keeps snapshots from all, not from accounts, and images not at all",
            Ok("RegisterImage&Name=new&RootDeviceName=/dev/xvda&BlockDeviceMapping.1.DeviceName=/dev/xvda&BlockDeviceMapping.1.Ebs.SnapshotId=snap-00000000000000001"),
            Ok($"EnableSnapshotBlockPublicAccess&State={state}"),
            Shows("state", "GetSnapshotBlockPublicAccessState", state),
            Fails(GiveSnapshot, SnapshotsBlocked),
            Ok(GiveSnapshot.Replace("Group=all", "UserId=111122223333", StringComparison.Ordinal)),
            Ok(GiveImage),
            Ok("DisableSnapshotBlockPublicAccess"),
            Ok(GiveSnapshot))),
        new(
            "Only the documented states are taken",
            Fails("EnableImageBlockPublicAccess&ImageBlockPublicAccessState=block-all-sharing", "InvalidParameterValue 400: Value (block-all-sharing) for parameter ImageBlockPublicAccessState is invalid."),
            Fails("EnableSnapshotBlockPublicAccess&State=unblocked", "InvalidParameterValue 400: Value (unblocked) for parameter State is invalid.")),
    ];
}
