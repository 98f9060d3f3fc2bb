using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Copies of images and snapshots, and the limits of snapshots.</summary>
internal static class CopyRules
{
    private const string CopyWeb = "CopyImage&SourceRegion=us-east-1&SourceImageId=ami-00000000000000001&Name=copy";
    private const string CopyPublic = "CopyImage&SourceRegion=us-east-1&SourceImageId=ami-00000000000000002&Name=copy";
    private const string Snap = "CreateSnapshot&VolumeId=vol-00000000000000001";
    private const string TooSoon =
        "SnapshotCreationPerVolumeRateExceeded 400: The maximum per volume CreateSnapshot request rate has been exceeded. Use an increasing or variable sleep interval between requests.";

    private const string TooMany = "ConcurrentSnapshotLimitExceeded 400: Maximum allowed in-progress snapshots for a single volume exceeded.";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "Launch permissions and tags are not copied",
            Ok(CopyPublic),
            Shows("imageState", "DescribeImages&ImageId.1={imageId}", "available").Later(TimeSpan.FromHours(2)),
            Shows("isPublic", "DescribeImages&ImageId.1={imageId}", "false"),
            Shows("key", "DescribeImages&ImageId.1={imageId}", "")),
        new(
            "Encryption is added by a copy, never removed",
            Ok($"{CopyWeb}&Encrypted=false"),
            Shows("encrypted", "DescribeImages&ImageId.1={imageId}", "false true"),
            Ok($"{CopyPublic}&Encrypted=true"),
            Shows("encrypted", "DescribeImages&ImageId.1={imageId}", "true"),
            Fails($"{CopyPublic}&KmsKeyId=alias/ami", "InvalidParameterDependency 400: The parameter KmsKeyId requires the parameter Encrypted to be set.")),
        new(
            "The key of a copy is checked while it runs",
            Ok($"{CopyPublic}&Encrypted=true&KmsKeyId=alias/none"),
            Shows("imageState", "DescribeImages&ImageId.1={imageId}", "pending"),
            Shows("imageState", "DescribeImages&ImageId.1={imageId}", "failed").Later(TimeSpan.FromHours(2)),
            Shows("message", "DescribeImages&ImageId.1={imageId}", "Copy image failed with an internal error")),
        new(
            "A pending copy is stopped by deregistering it",
            Ok(CopyPublic),
            Ok("DeregisterImage&ImageId={imageId}"),
            Fails("DescribeImages&ImageId.1={imageId}", "InvalidAMIID.NotFound 400: The image id '[{imageId}]' does not exist").Later(TimeSpan.FromHours(2))),
        new(
            "A time-based copy takes 15 minutes to 48 hours, in steps of 15",
            [
                .. ((int[])[15, 30, 2880]).Select(minutes => Ok($"{CopyPublic}&SnapshotCopyCompletionDurationMinutes={minutes}")),
                .. ((int[])[0, 14, 16, 2895]).Select(minutes => Fails(
                    $"{CopyPublic}&SnapshotCopyCompletionDurationMinutes={minutes}", $"InvalidParameterValue 400: Value ({minutes}) for parameter SnapshotCopyCompletionDurationMinutes is invalid.")),
            ]),
        new(
            "Snapshots of one volume are 15 seconds apart, whatever makes them; other volumes do not wait",
            Ok(Snap),
            Fails(Snap, TooSoon).Later(TimeSpan.FromSeconds(12)),
            Fails("CreateImage&InstanceId=i-00000000000000001&Name=new", TooSoon),
            Fails("CreateSnapshots&InstanceSpecification.InstanceId=i-00000000000000001", TooSoon),
            Fails($"{Snap}&DryRun=true", TooSoon),
            Ok("CreateSnapshot&VolumeId=vol-00000000000000003"),
            Ok(Snap).Later(TimeSpan.FromSeconds(15))),
        new(
            "Five snapshots of an SSD volume are in progress at a time",
            [.. Enumerable.Repeat(Ok(Snap).Later(TimeSpan.FromSeconds(16)), 5), Fails(Snap, TooMany).Later(TimeSpan.FromSeconds(16)), Ok(Snap).Later(TimeSpan.FromHours(1))]),
        new(
            "One snapshot of an st1 volume is in progress at a time, and one deleted meanwhile counts until it would have been completed",
            Ok("CreateSnapshot&VolumeId=vol-00000000000000002"),
            Ok("DeleteSnapshot&SnapshotId={snapshotId}").Later(TimeSpan.FromSeconds(20)),
            Fails("CreateSnapshot&VolumeId=vol-00000000000000002", TooMany),
            Ok("CreateSnapshot&VolumeId=vol-00000000000000002").Later(TimeSpan.FromHours(2))),
        new(
            "A snapshot belongs to its image until some seconds after it was deregistered",
            Fails("DeleteSnapshot&SnapshotId=snap-00000000000000001", "InvalidSnapshot.InUse 400: The snapshot snap-00000000000000001 is currently in use by ami-00000000000000001"),
            Ok("DeregisterImage&ImageId=ami-00000000000000001"),
            Fails("DeleteSnapshot&SnapshotId=snap-00000000000000001", "InvalidSnapshot.InUse 400: The snapshot snap-00000000000000001 is currently in use by an image"),
            Ok("DeleteSnapshot&SnapshotId=snap-00000000000000001").Later(TimeSpan.FromSeconds(10))),
    ];
}
