using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Who may use images and snapshots, how many at a time, and what is never shared.</summary>
internal static class SharingRules
{
    private const string Image = "ModifyImageAttribute&ImageId=ami-00000000000000001";
    private const string Snapshot = "ModifySnapshotAttribute&SnapshotId=snap-00000000000000003";
    private const string Organization = "LaunchPermission.Add.{0}.OrganizationArn=arn:aws:organizations::123456789012:organization/o-example{0}";
    private const string TooMany = "ResourceLimitExceeded 400: An image can be shared with at most 1000 entities.";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        new("An image is shared with 1,000 entities", Ok($"{Image}&{Many("LaunchPermission.Add", 1000)}"), Fails($"{Image}&LaunchPermission.Add.1.UserId=999999999999", TooMany)),
        new(
            "An organization counts as one entity, and what is shared twice counts once",
            Ok($"{Image}&{Many("LaunchPermission.Add", 999)}&{Organization.Replace("{0}", "1000", StringComparison.Ordinal)}"),
            Ok($"{Image}&{Many("LaunchPermission.Add", 5)}"),
            Fails($"{Image}&{Organization.Replace("{0}", "1", StringComparison.Ordinal)}", TooMany),
            Ok($"{Image}&LaunchPermission.Remove.1.UserId=100000000001"),
            Ok($"{Image}&{Organization.Replace("{0}", "1", StringComparison.Ordinal)}")),
        new(
            "Five images of an account can be public in a Region",
            [
                .. Enumerable.Range(2, 4).SelectMany(i => (Step[])[Register(i), Ok("ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.Group=all")]),
                Register(6),
                Fails(
                    "ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.Group=all",
                    "ResourceLimitExceeded 400: You have reached your quota of 5 for the number of public images allowed in this Region. Deregister unused public images or request an increase."),
                Ok("ModifyImageAttribute&ImageId=ami-00000000000000002&LaunchPermission.Add.1.Group=all"),
                Ok("ModifyImageAttribute&ImageId=ami-00000000000000002&LaunchPermission.Remove.1.Group=all"),
                Ok("ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.Group=all"),
            ]),
        new(
            "At most 500 permissions of a snapshot change in one request",
            Ok($"{Snapshot}&{Many("CreateVolumePermission.Add", 500)}"),
            Fails($"{Snapshot}&{Many("CreateVolumePermission.Add", 501)}", "InvalidParameterValue 400: At most 500 permissions can be changed in one request.")),
        new(
            "Permissions of a snapshot are added or removed in one request, not both",
            Fails(
                $"{Snapshot}&CreateVolumePermission.Add.1.UserId=111122223333&CreateVolumePermission.Remove.1.Group=all",
                "InvalidParameterCombination 400: Permissions cannot be added and removed in the same request.")),
        new(
            "A snapshot is not shared with organizations",
            Fails(
                $"{Snapshot}&CreateVolumePermission.Add.1.OrganizationArn=arn:aws:organizations::123456789012:organization/o-example",
                "UnknownParameter 400: The parameter organizationArn is not recognized")),
        new(
            "One attribute of an image is modified at a time",
            Fails($"{Image}&LaunchPermission.Add.1.UserId=111122223333&Description.Value=new", "InvalidParameterCombination 400: Only one attribute can be modified at a time.")),
        new(
            "What is encrypted is never public",
            Fails($"{Image}&LaunchPermission.Add.1.Group=all", "InvalidParameter 400: Encrypted images can't be made public"),
            Fails(
                "ModifySnapshotAttribute&SnapshotId=snap-00000000000000002&CreateVolumePermission.Add.1.Group=all",
                "OperationNotPermitted 400: Encrypted snapshots cannot be made public")),
        new(
            "An image has the product codes of its instance, is not public with them, and is shared with accounts",
            Ok("CreateImage&InstanceId=i-00000000000000002&Name=sold"),
            Shows("productCode", "DescribeImageAttribute&ImageId={imageId}&Attribute=productCodes", "abc123").Later(TimeSpan.FromHours(3)),
            Fails(
                "ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.Group=all",
                "OperationNotPermitted 400: The image '{imageId}' has product codes and can't be shared publicly."),
            Ok("ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.UserId=111122223333"),
            Ok("CopyImage&SourceRegion=us-east-1&SourceImageId={imageId}&Name=sold-copy"),
            Shows("productCode", "DescribeImages&ImageId.1={imageId}", "abc123"),
            Ok("RunInstances&ImageId={imageId}&InstanceType=m7g.large&MinCount=1&MaxCount=1").Later(TimeSpan.FromHours(3)),
            Shows("productCode", "DescribeInstances&InstanceId.1={instanceId}", "abc123")),
        new(
            "A shared image is seen by whom it is shared with, without its tags, and is not theirs to change",
            Fails("DescribeImages&ImageId.1=ami-00000000000000001", "InvalidAMIID.NotFound 400: The image id '[ami-00000000000000001]' does not exist").By(RichAccount.Partner),
            Ok($"{Image}&LaunchPermission.Add.1.UserId={RichAccount.Partner}"),
            Shows("name", "DescribeImages&ExecutableBy.1=self", "web-1").By(RichAccount.Partner),
            Shows("key", "DescribeImages&ImageId.1=ami-00000000000000001", "").By(RichAccount.Partner),
            Shows("key", "DescribeImages&ImageId.1=ami-00000000000000001", "Role"),
            Fails("DisableImage&ImageId=ami-00000000000000001", "AuthFailure 401: Not authorized for image:ami-00000000000000001").By(RichAccount.Partner)),
        new(
            "Tags are set on up to 1,000 resources in one request",
            Fails($"CreateTags&Tag.1.Key=a&{Many("ResourceId", 1001, "")}", "InvalidParameterValue 400: The list ResourceId has more than 1000 items."),
            Fails($"CreateTags&Tag.1.Key=a&{Many("ResourceId", 1000, "")}", "InvalidID 400: The ID '100000000001' is not valid")),
    ];

    private static Step Register(int number) => Ok(
        $"RegisterImage&Name=public-{number}&Architecture=arm64&RootDeviceName=/dev/sda1&BlockDeviceMapping.1.DeviceName=/dev/sda1&BlockDeviceMapping.1.Ebs.SnapshotId=snap-00000000000000003");

    private static string Many(string list, int count, string member = ".UserId") =>
        string.Join('&', Enumerable.Range(1, count).Select(i => $"{list}.{i}{member}={100_000_000_000 + i}"));
}
