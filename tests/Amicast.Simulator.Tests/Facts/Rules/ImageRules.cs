using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Disabling, deprecation, protection and deregistration.</summary>
internal static class ImageRules
{
    private const string Web = "ImageId=ami-00000000000000001";
    private const string Public = "ImageId=ami-00000000000000002";
    private const string TooLate = "InvalidParameterValue 400: The deprecation date must lie in the future, and at most {0} years ahead.";
    private const string Protected = "OperationNotPermitted 400: The image 'ami-00000000000000001' is protected against deregistration. Disable its deregistration protection and try again.";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "Disabling an image removes all its launch permissions, for good",
            Shows("group", $"DescribeImageAttribute&{Public}&Attribute=launchPermission", "all"),
            Ok($"DisableImage&{Public}"),
            Ok($"EnableImage&{Public}"),
            Shows("group", $"DescribeImageAttribute&{Public}&Attribute=launchPermission", "")),
        new(
            "A disabled image is listed with IncludeDisabled only, and does not launch",
            Ok($"DisableImage&{Web}"),
            Shows("imageId", "DescribeImages&Owner.1=self", "ami-00000000000000002 ami-00000000000000005"),
            Shows("imageId", "DescribeImages&Owner.1=self&IncludeDisabled=true&Filter.1.Name=state&Filter.1.Value.1=disabled", "ami-00000000000000001"),
            Fails(
                $"RunInstances&{Web}&InstanceType=m7i.large&MinCount=1&MaxCount=1",
                "InvalidAMIID.Unavailable 400: The image ID 'ami-00000000000000001' is no longer available"),
            Ok($"EnableImage&{Web}"),
            Ok($"RunInstances&{Web}&InstanceType=m7i.large&MinCount=1&MaxCount=1")),
        new(
            "An image is deprecated at most 10 years ahead, to the minute",
            Ok($"EnableImageDeprecation&{Web}&DeprecateAt=2036-11-22T01:59:29Z"),
            Shows("deprecationTime", $"DescribeImages&{Web.Replace("=", ".1=", StringComparison.Ordinal)}", "2036-11-22T01:59:00.000Z"),
            Fails($"EnableImageDeprecation&{Web}&DeprecateAt=2036-11-23T00:00:00Z", Late(10)),
            Fails($"EnableImageDeprecation&{Web}&DeprecateAt=2026-11-22T01:00:00Z", Late(10)),
            Fails($"EnableImageDeprecation&{Web}&DeprecateAt=soon", "InvalidParameterValue 400: Value (soon) for parameter DeprecateAt is invalid.")),
        new(
            "A public image is deprecated at most 2 years ahead",
            Ok($"EnableImageDeprecation&{Public}&DeprecateAt=2028-11-22T01:59:31Z"),
            Shows("deprecationTime", $"DescribeImages&{Public.Replace("=", ".1=", StringComparison.Ordinal)}", "2028-11-22T02:00:00.000Z"),
            Fails($"EnableImageDeprecation&{Public}&DeprecateAt=2028-11-23T00:00:00Z", Late(2))),
        new(
            "A deprecated image stays listed for its owner, for others with IncludeDeprecated or by id only",
            Ok($"EnableImageDeprecation&{Public}&DeprecateAt=2026-11-22T02:10:00Z"),
            Shows("imageId", "DescribeImages", "ami-00000000000000002 ami-00000000000000003").By(RichAccount.Partner),
            Shows("imageId", "DescribeImages", "ami-00000000000000003").By(RichAccount.Partner).Later(TimeSpan.FromMinutes(10)),
            Shows("imageId", "DescribeImages&IncludeDeprecated=true", "ami-00000000000000002 ami-00000000000000003").By(RichAccount.Partner),
            Shows("imageId", "DescribeImages&ImageId.1=ami-00000000000000002", "ami-00000000000000002").By(RichAccount.Partner),
            Shows("imageId", "DescribeImages&Owner.1=self", "ami-00000000000000001 ami-00000000000000002 ami-00000000000000005")),
        new(
            "A protected image is not deregistered until its protection is disabled",
            Ok($"EnableImageDeregistrationProtection&{Web}"),
            Fails($"DeregisterImage&{Web}", Protected),
            Fails($"DeregisterImage&{Web}&DryRun=true", Protected),
            Ok($"DisableImageDeregistrationProtection&{Web}"),
            Ok($"DeregisterImage&{Web}")),
        new(
            "With a cool-down an image stays protected for 24 hours after its protection was disabled",
            Ok($"EnableImageDeregistrationProtection&{Web}&WithCooldown=true"),
            Ok($"DisableImageDeregistrationProtection&{Web}"),
            Fails($"DeregisterImage&{Web}", Protected).Later(TimeSpan.FromHours(23.9)),
            Ok($"DeregisterImage&{Web}").Later(TimeSpan.FromHours(0.2))),
        new(
            "DeleteAssociatedSnapshots deletes what no other image needs, and skips the rest",
            Ok("RegisterImage&Name=second&RootDeviceName=/dev/xvda&BlockDeviceMapping.1.DeviceName=/dev/xvda&BlockDeviceMapping.1.Ebs.SnapshotId=snap-00000000000000001"),
            Shows("item", $"DeregisterImage&{Web}&DeleteAssociatedSnapshots=true", "snap-00000000000000001skipped snap-00000000000000002success"),
            Shows("state", "GetSnapshotBlockPublicAccessState", "unblocked"),
            Shows("status", "DescribeSnapshots&SnapshotId.1=snap-00000000000000001", "completed"),
            Fails("DescribeSnapshots&SnapshotId.1=snap-00000000000000002", "InvalidSnapshot.NotFound 400: The snapshot 'snap-00000000000000002' does not exist.")),
        new(
            "Without DeleteAssociatedSnapshots no snapshot goes",
            Shows("item", $"DeregisterImage&{Web}", ""),
            Shows("status", "DescribeSnapshots&SnapshotId.1=snap-00000000000000001&SnapshotId.2=snap-00000000000000002", "completed")),
        new(
            "The status of instances is that of the running ones, unless all are asked for",
            Shows("instanceId", "DescribeInstanceStatus", "i-00000000000000001"),
            Shows("instanceId", "DescribeInstanceStatus&IncludeAllInstances=true", "i-00000000000000001 i-00000000000000002")),
        new(
            "Regions that are not opted in are listed with AllRegions only",
            Shows("regionName", "DescribeRegions", "us-east-1 eu-central-1"),
            Shows("regionName", "DescribeRegions&AllRegions=true", "us-east-1 eu-central-1 af-south-1"),
            Shows("optInStatus", "DescribeRegions&AllRegions=true", "opt-in-not-required not-opted-in")),
    ];

    private static string Late(int years) => TooLate.Replace("{0}", $"{years}", StringComparison.Ordinal);
}
