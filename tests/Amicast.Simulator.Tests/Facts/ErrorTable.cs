namespace Amicast.Simulator.Tests.Facts;

/// <summary>A row for every error code that an account meets when it makes, copies, shares and launches images, but those that only a fault brings.</summary>
internal static class ErrorTable
{
    private const string Image = "ami-00000000000000001";
    private const string Managed = "ami-00000000000000005";
    private const string NoImage = "ami-0fffffffffffffff0";
    private const string NoInstance = "i-0fffffffffffffff0";
    private const string NoSnapshot = "snap-0fffffffffffffff0";
    private const string Instance = "i-00000000000000001";
    private const string Pending = "Action=CreateImage&InstanceId=i-00000000000000002&Name=pending";

    internal static IReadOnlyList<ErrorRow> Rows { get; } = [.. Ids(), .. Names(), .. Values(), .. Limits(), .. States(), .. Templates(), .. Permissions()];

    private static IEnumerable<ErrorRow> Ids() =>
    [
        new("InvalidAMIID.NotFound", "no such image", $"Action=CopyImage&Name=new&SourceRegion=us-east-1&SourceImageId={NoImage}", $"InvalidAMIID.NotFound 400: The image id '[{NoImage}]' does not exist"),
        new("InvalidAMIID.NotFound", "deregistered", $"Action=DescribeImages&ImageId.1={Image}", $"InvalidAMIID.NotFound 400: The image id '[{Image}]' does not exist")
        {
            Before = [$"Action=DeregisterImage&ImageId={Image}"],
        },
        new("InvalidInstanceID.NotFound", "no such instance", $"Action=StopInstances&InstanceId.1={NoInstance}", $"InvalidInstanceID.NotFound 400: The instance ID '{NoInstance}' does not exist"),
        new("InvalidSnapshot.NotFound", "no such snapshot", $"Action=DeleteSnapshot&SnapshotId={NoSnapshot}", $"InvalidSnapshot.NotFound 400: The snapshot '{NoSnapshot}' does not exist."),
        new(
            "InvalidAMIID.Unavailable", "not yet: still pending", "Action=RunInstances&MinCount=1&MaxCount=1&InstanceType=m7g.large&ImageId={imageId}",
            "InvalidAMIID.Unavailable 400: The image ID '{imageId}' is currently pending and may not be used")
        {
            Before = [Pending],
        },
        new(
            "InvalidAMIID.Unavailable", "no more: disabled", $"Action=CopyImage&Name=new&SourceRegion=us-east-1&SourceImageId={Image}",
            $"InvalidAMIID.Unavailable 400: The image ID '{Image}' is no longer available")
        {
            Before = [$"Action=DisableImage&ImageId={Image}"],
        },
    ];

    private static IEnumerable<ErrorRow> Names() =>
    [
        new("InvalidAMIName.Duplicate", "the name of an own image", $"Action=CreateImage&InstanceId={Instance}&Name=web-1", $"InvalidAMIName.Duplicate 400: AMI name web-1 is already in use by AMI {Image}"),
        new(
            "InvalidAMIName.Malformed", "a character outside of EC2's set", $"Action=CreateImage&InstanceId={Instance}&Name=web%3A1",
            "InvalidAMIName.Malformed 400: AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '/', '-', ''', '@' and '_'"),
    ];

    private static IEnumerable<ErrorRow> Values() =>
    [
        new("InvalidParameterValue", "CreateImage while the instance stops", $"Action=CreateImage&InstanceId={Instance}&Name=new", "InvalidParameterValue 400: Instance is not in state 'running' or 'stopped'.")
        {
            Before = [$"Action=StopInstances&InstanceId.1={Instance}"],
        },
        new(
            "InvalidParameter", "to share an image under the AWS managed key", $"Action=ModifyImageAttribute&ImageId={Managed}&LaunchPermission.Add.1.UserId=111122223333",
            "InvalidParameter 400: Snapshots encrypted with the AWS Managed CMK can't be shared"),
        new(
            "InvalidParameter", "the filter for disabled images without IncludeDisabled", "Action=DescribeImages&Filter.1.Name=state&Filter.1.Value.1=disabled",
            "InvalidParameter 400: The filter 'state' with the value 'disabled' requires IncludeDisabled."),
        new(
            "InvalidAMIAttributeItemValue", "an account id of eleven digits", $"Action=ModifyImageAttribute&ImageId={Image}&LaunchPermission.Add.1.UserId=11112222333",
            "InvalidAMIAttributeItemValue 400: Invalid attribute item value \"11112222333\" for userId item type."),
        new(
            "InvalidAMIAttributeItemValue", "a group that is not all", $"Action=ModifyImageAttribute&ImageId={Image}&LaunchPermission.Add.1.Group=some",
            "InvalidAMIAttributeItemValue 400: Invalid attribute item value \"some\" for group item type."),
        new("InvalidAction", "an operation that there is not", "Action=MakeImage", "InvalidAction 400: The action MakeImage is not valid for this web service."),
        new("FilterLimitExceeded", "201 filter values", $"Action=DescribeImages&Filter.1.Name=name&{Many("Filter.1.Value", 201)}", "FilterLimitExceeded 400: The list Filter.1.Value has more than 200 items."),
    ];

    private static IEnumerable<ErrorRow> Limits() =>
    [
        new(
            "ResourceLimitExceeded", "a twenty-first snapshot copy into a Region", "Action=CopySnapshot&SourceRegion=us-east-1&SourceSnapshotId=snap-00000000000000001",
            "ResourceLimitExceeded 400: Too many snapshot copies in progress. The limit is 20 for this destination region.")
        {
            Before = [.. Enumerable.Repeat("Action=CopySnapshot&SourceRegion=us-east-1&SourceSnapshotId=snap-00000000000000001", 20)],
        },
        new(
            "ResourceLimitExceeded", "one public image too many", "Action=ModifyImageAttribute&ImageId={imageId}&LaunchPermission.Add.1.Group=all",
            "ResourceLimitExceeded 400: You have reached your quota of 1 for the number of public images allowed in this Region. Deregister unused public images or request an increase.")
        {
            Before =
            [
                "Action=RegisterImage&Name=second&Architecture=arm64&RootDeviceName=/dev/sda1&BlockDeviceMapping.1.DeviceName=/dev/sda1"
                + "&BlockDeviceMapping.1.Ebs.SnapshotId=snap-00000000000000003",
            ],
            Limits = """{ "publicImages": 1 }""",
        },
        new(
            "ResourceLimitExceeded", "one entity too many", $"Action=ModifyImageAttribute&ImageId={Image}&LaunchPermission.Add.1.UserId=999999999999",
            "ResourceLimitExceeded 400: An image can be shared with at most 1000 entities.")
        {
            Before = [$"Action=ModifyImageAttribute&ImageId={Image}&{Many("LaunchPermission.Add", 1000, ".UserId")}"],
        },
        new("RequestLimitExceeded", "a request too many for the token bucket", "Action=DescribeRegions", "RequestLimitExceeded 503: Request limit exceeded.")
        {
            Before = ["Action=DescribeRegions"], Limits = """{ "requestRates": [{ "operation": "DescribeRegions", "bucket": 1, "refillPerSecond": 0 }] }""",
        },
        new(
            "SnapshotCreationPerVolumeRateExceeded", "two snapshots of a volume within 15 seconds", "Action=CreateSnapshot&VolumeId=vol-00000000000000001",
            "SnapshotCreationPerVolumeRateExceeded 400: The maximum per volume CreateSnapshot request rate has been exceeded. Use an increasing or variable sleep interval between requests.")
        {
            Before = [$"Action=CreateImage&InstanceId={Instance}&Name=first"],
        },
        new(
            "ConcurrentSnapshotLimitExceeded", "a second snapshot of an st1 volume in progress", $"Action=CreateImage&InstanceId={Instance}&Name=second",
            "ConcurrentSnapshotLimitExceeded 400: Maximum allowed in-progress snapshots for a single volume exceeded.")
        {
            Before = ["Action=CreateSnapshot&VolumeId=vol-00000000000000002"], After = TimeSpan.FromSeconds(20),
        },
        new(
            "ConcurrentSnapshotLimitExceeded", "a third of an st1 volume, where the account document says two", "Action=CreateSnapshot&VolumeId=vol-00000000000000002",
            "ConcurrentSnapshotLimitExceeded 400: Maximum allowed in-progress snapshots for a single volume exceeded.")
        {
            Before = [.. Enumerable.Repeat("Action=CreateSnapshot&VolumeId=vol-00000000000000002", 2)],
            Limits = """{ "secondsBetweenSnapshots": 0, "concurrentSnapshotsPerHddVolume": 2 }""",
        },
        new(
            "ConcurrentSnapshotLimitExceeded", "a sixth snapshot of a gp3 volume in progress", $"Action=CreateSnapshots&InstanceSpecification.InstanceId={Instance}&InstanceSpecification.ExcludeDataVolumeId.1=vol-00000000000000002",
            "ConcurrentSnapshotLimitExceeded 400: Maximum allowed in-progress snapshots for a single volume exceeded.")
        {
            Before = [.. Enumerable.Repeat("Action=CreateSnapshot&VolumeId=vol-00000000000000001", 5)], Limits = """{ "secondsBetweenSnapshots": 0 }""",
        },
    ];

    private static IEnumerable<ErrorRow> States() =>
    [
        new(
            "IncorrectState", "a copy of a snapshot that is pending", "Action=CopySnapshot&SourceRegion=us-east-1&SourceSnapshotId={snapshotId}",
            "IncorrectState 400: Snapshot '{snapshotId}' is not in a valid state.")
        {
            Before = ["Action=CreateSnapshot&VolumeId=vol-00000000000000001"],
        },
        new("IncorrectInstanceState", "to start an instance that is stopping", $"Action=StartInstances&InstanceId.1={Instance}", $"IncorrectInstanceState 400: The instance '{Instance}' is not in a state from which it can be started.")
        {
            Before = [$"Action=StopInstances&InstanceId.1={Instance}"],
        },
        new(
            "IdempotentInstanceTerminated", "the token of a launch whose instance is terminated", $"Action=RunInstances&ImageId={Image}&InstanceType=m7i.large&MinCount=1&MaxCount=1&ClientToken=once",
            "IdempotentInstanceTerminated 400: The request to launch an instance used a client token whose instance has been terminated.")
        {
            Before = [$"Action=RunInstances&ImageId={Image}&InstanceType=m7i.large&MinCount=1&MaxCount=1&ClientToken=once", "Action=TerminateInstances&InstanceId.1={instanceId}"],
            After = TimeSpan.FromMinutes(5),
        },
        new("InvalidSnapshot.InUse", "the snapshot of a registered image", "Action=DeleteSnapshot&SnapshotId=snap-00000000000000001", $"InvalidSnapshot.InUse 400: The snapshot snap-00000000000000001 is currently in use by {Image}"),
        new("InvalidSnapshot.InUse", "just after the image was deregistered", "Action=DeleteSnapshot&SnapshotId=snap-00000000000000001", "InvalidSnapshot.InUse 400: The snapshot snap-00000000000000001 is currently in use by an image")
        {
            Before = [$"Action=DeregisterImage&ImageId={Image}"],
        },
    ];

    private static IEnumerable<ErrorRow> Templates() =>
    [
        new("InvalidLaunchTemplateId.Malformed", "not of the form", "Action=DeleteLaunchTemplate&LaunchTemplateId=lt-web", "InvalidLaunchTemplateId.Malformed 400: Invalid id: \"lt-web\" (expecting \"lt-...\")"),
        new(
            "InvalidLaunchTemplateId.NotFound", "no such template", "Action=DeleteLaunchTemplate&LaunchTemplateId=lt-0fffffffffffffff0",
            "InvalidLaunchTemplateId.NotFound 400: The specified launch template, with template ID lt-0fffffffffffffff0, does not exist."),
        new(
            "InvalidLaunchTemplateId.VersionNotFound", "no such version", "Action=RunInstances&MinCount=1&MaxCount=1&LaunchTemplate.LaunchTemplateName=web&LaunchTemplate.Version=7",
            "InvalidLaunchTemplateId.VersionNotFound 400: Could not find the specified version 7 for the launch template with ID lt-00000000000000001."),
        new(
            "InvalidLaunchTemplateName.AlreadyExistsException", "the name of a template", "Action=CreateLaunchTemplate&LaunchTemplateName=web&LaunchTemplateData.InstanceType=t3.micro",
            "InvalidLaunchTemplateName.AlreadyExistsException 400: Launch template name already in use."),
        new(
            "InvalidLaunchTemplateName.NotFoundException", "no template of that name", "Action=DescribeLaunchTemplateVersions&LaunchTemplateName=api",
            "InvalidLaunchTemplateName.NotFoundException 400: The specified launch template, with template name api, does not exist."),
        new("IdempotentParameterMismatch", "a token with another template", "Action=CreateLaunchTemplate&LaunchTemplateName=b12&LaunchTemplateData.InstanceType=t3.micro&ClientToken=once", "IdempotentParameterMismatch 400: The client token that you have provided is already in use with different request parameters.")
        {
            Before = ["Action=CreateLaunchTemplate&LaunchTemplateName=a12&LaunchTemplateData.InstanceType=t3.micro&ClientToken=once"],
        },
    ];

    private static IEnumerable<ErrorRow> Permissions() =>
    [
        new(
            "OperationNotPermitted", "to share a snapshot under the AWS managed key", "Action=ModifySnapshotAttribute&SnapshotId=snap-00000000000000005&CreateVolumePermission.Add.1.UserId=111122223333",
            "OperationNotPermitted 400: Encrypted snapshots with EBS default key cannot be shared"),
        new(
            "OperationNotPermitted", "public with block public access on", "Action=ModifyImageAttribute&ImageId=ami-00000000000000002&LaunchPermission.Add.1.Group=all",
            "OperationNotPermitted 400: You can't publicly share this image because block public access for AMIs is enabled for your account in this Region.")
        {
            Before = ["Action=EnableImageBlockPublicAccess&ImageBlockPublicAccessState=block-new-sharing"],
        },
        new("AuthFailure", "a Region that is not opted in", "Action=DescribeImages", "AuthFailure 401: AWS was not able to validate the provided access credentials") { Region = RichAccount.NotOptedIn },
        new("AuthFailure", "to change another account's image", "Action=DeregisterImage&ImageId=ami-00000000000000003", "AuthFailure 401: Not authorized for image:ami-00000000000000003"),
        new(
            "DryRunOperation", "a request that would succeed", "Action=DescribeImages&DryRun=true",
            "DryRunOperation 412: Request would have succeeded, but DryRun flag is set."),
    ];

    private static string Many(string list, int count, string member = "") =>
        string.Join('&', Enumerable.Range(1, count).Select(i => $"{list}.{i}{member}={100_000_000_000 + i}"));
}
