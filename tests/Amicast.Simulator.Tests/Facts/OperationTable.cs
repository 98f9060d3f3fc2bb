namespace Amicast.Simulator.Tests.Facts;

/// <summary>Every operation of EC2 that the simulated account carries out; a test holds that none is left out.</summary>
internal static class OperationTable
{
    private const string Image = "ImageId=ami-00000000000000001";
    private const string Snapshot = "SnapshotId=snap-00000000000000001";
    private const string Template = "LaunchTemplateId=lt-00000000000000001";
    private const string Instance = "InstanceId.1=i-00000000000000001";

    internal static IReadOnlyList<OperationRow> Rows { get; } = [.. Network(), .. Images(), .. ImageStates(), .. Snapshots(), .. Instances(), .. Templates(), .. Tags()];

    internal static OperationRow Of(string operation) => Rows.Single(row => row.Operation == operation);

    private static IEnumerable<OperationRow> Network() =>
    [
        new("DescribeRegions"),
        new("DescribeAvailabilityZones"),
        new("DescribeVpcs"),
        new("DescribeSubnets"),
        new("DescribeSecurityGroups") { Ids = ["GroupId.1"] },
        new("DescribeKeyPairs"),
    ];

    private static IEnumerable<OperationRow> Images() =>
    [
        new("CreateImage", "InstanceId=i-00000000000000001&Name=new")
        {
            Required = ["InstanceId", "Name"], Ids = ["InstanceId"], Tags = ["image", "snapshot"],
        },
        new("RegisterImage", $"Name=new&RootDeviceName=/dev/xvda&BlockDeviceMapping.1.DeviceName=/dev/xvda&BlockDeviceMapping.1.Ebs.{Snapshot}")
        {
            Required = ["Name", "RootDeviceName"], Ids = ["BlockDeviceMapping.1.Ebs.SnapshotId"], Tags = ["image"],
        },
        new("CopyImage", "Name=new&SourceRegion={region}&SourceImageId=ami-00000000000000001")
        {
            Required = ["Name", "SourceRegion", "SourceImageId"], Ids = ["SourceImageId"], Tags = ["image", "snapshot"], LongestToken = 128,
        },
        new("DescribeImages") { Ids = ["ImageId.1"] },
        new("DeregisterImage", Image) { Required = ["ImageId"], Ids = ["ImageId"] },
        new("DescribeImageAttribute", $"{Image}&Attribute=description") { Required = ["ImageId", "Attribute"], Ids = ["ImageId"] },
        new("ModifyImageAttribute", $"{Image}&Description.Value=new") { Required = ["ImageId"], Ids = ["ImageId"] },
        new("ResetImageAttribute", $"{Image}&Attribute=launchPermission") { Required = ["ImageId", "Attribute"], Ids = ["ImageId"] },
    ];

    private static IEnumerable<OperationRow> ImageStates() =>
    [
        new("EnableImage", Image) { Required = ["ImageId"], Ids = ["ImageId"] },
        new("DisableImage", Image) { Required = ["ImageId"], Ids = ["ImageId"] },
        new("EnableImageDeprecation", $"{Image}&DeprecateAt=2027-01-02T03:04:05Z") { Required = ["ImageId", "DeprecateAt"], Ids = ["ImageId"] },
        new("DisableImageDeprecation", Image) { Required = ["ImageId"], Ids = ["ImageId"] },
        new("EnableImageDeregistrationProtection", Image) { Required = ["ImageId"], Ids = ["ImageId"] },
        new("DisableImageDeregistrationProtection", Image) { Required = ["ImageId"], Ids = ["ImageId"] },
        new("GetImageBlockPublicAccessState"),
        new("EnableImageBlockPublicAccess", "ImageBlockPublicAccessState=block-new-sharing") { Required = ["ImageBlockPublicAccessState"] },
        new("DisableImageBlockPublicAccess"),
    ];

    private static IEnumerable<OperationRow> Snapshots() =>
    [
        new("CreateSnapshot", "VolumeId=vol-00000000000000001") { Required = ["VolumeId"], Ids = ["VolumeId"], Tags = ["snapshot"] },
        new("CreateSnapshots", "InstanceSpecification.InstanceId=i-00000000000000001")
        {
            Required = ["InstanceSpecification.InstanceId"], Ids = ["InstanceSpecification.InstanceId"], Tags = ["snapshot"],
        },
        new("CopySnapshot", "SourceRegion={region}&SourceSnapshotId=snap-00000000000000001")
        {
            Required = ["SourceRegion", "SourceSnapshotId"], Ids = ["SourceSnapshotId"], Tags = ["snapshot"],
        },
        new("DescribeSnapshots") { Ids = ["SnapshotId.1"] },
        new("DeleteSnapshot", Snapshot) { Required = ["SnapshotId"], Ids = ["SnapshotId"] },
        new("DescribeSnapshotAttribute", $"{Snapshot}&Attribute=createVolumePermission") { Required = ["SnapshotId", "Attribute"], Ids = ["SnapshotId"] },
        new("ModifySnapshotAttribute", $"{Snapshot}&CreateVolumePermission.Add.1.UserId=111122223333")
        {
            Required = ["SnapshotId", "CreateVolumePermission"], Ids = ["SnapshotId"],
        },
        new("ResetSnapshotAttribute", $"{Snapshot}&Attribute=createVolumePermission") { Required = ["SnapshotId", "Attribute"], Ids = ["SnapshotId"] },
        new("GetSnapshotBlockPublicAccessState"),
        new("EnableSnapshotBlockPublicAccess", "State=block-all-sharing") { Required = ["State"] },
        new("DisableSnapshotBlockPublicAccess"),
        new("CreateVolume", $"AvailabilityZone={{region}}a&{Snapshot}") { Required = ["AvailabilityZone"], Ids = ["SnapshotId"], Tags = ["volume"], LongestToken = 64 },
        new("DescribeVolumes") { Ids = ["VolumeId.1"] },
        new("DeleteVolume", "VolumeId=vol-00000000000000003") { Required = ["VolumeId"], Ids = ["VolumeId"] },
        new("GetEbsEncryptionByDefault"),
        new("GetEbsDefaultKmsKeyId"),
    ];

    private static IEnumerable<OperationRow> Instances() =>
    [
        new("DescribeInstances") { Ids = ["InstanceId.1"] },
        new("DescribeInstanceStatus") { Ids = ["InstanceId.1"] },
        new("DescribeInstanceAttribute", "InstanceId=i-00000000000000001&Attribute=instanceType") { Required = ["InstanceId", "Attribute"], Ids = ["InstanceId"] },
        new("DescribeInstanceTypes"),
        new("DescribeInstanceTypeOfferings"),
        new("RunInstances", $"{Image}&InstanceType=m7i.large&MinCount=1&MaxCount=1")
        {
            Required = ["ImageId", "MinCount", "MaxCount"], Ids = ["ImageId"], Tags = ["instance", "volume"], LongestToken = 64,
        },
        new("StartInstances", Instance) { Required = ["InstanceId"], Ids = ["InstanceId.1"] },
        new("StopInstances", Instance) { Required = ["InstanceId"], Ids = ["InstanceId.1"] },
        new("RebootInstances", Instance) { Required = ["InstanceId"], Ids = ["InstanceId.1"] },
        new("TerminateInstances", Instance) { Required = ["InstanceId"], Ids = ["InstanceId.1"] },
        new(
            "CreateFleet",
            $"Type=instant&TargetCapacitySpecification.TotalTargetCapacity=1&LaunchTemplateConfigs.1.LaunchTemplateSpecification.{Template}"
            + "&LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1")
        {
            Required =
            [
                "LaunchTemplateConfigs", "TargetCapacitySpecification.TotalTargetCapacity",
                "LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version",
            ],
            Ids = ["LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateId"],
            Tags = ["fleet", "instance", "volume"],
            LongestToken = 64,
        },
        new("DeleteFleets", "FleetId.1=fleet-00000000-0000-4000-8000-000000000000&TerminateInstances=true") { Required = ["FleetId", "TerminateInstances"] },
    ];

    private static IEnumerable<OperationRow> Templates() =>
    [
        new("CreateLaunchTemplate", "LaunchTemplateName=new&LaunchTemplateData.InstanceType=t3.micro")
        {
            Required = ["LaunchTemplateName", "LaunchTemplateData"], Tags = ["launch-template"], LongestToken = 128,
        },
        new("CreateLaunchTemplateVersion", $"{Template}&LaunchTemplateData.InstanceType=t3.micro")
        {
            Required = ["LaunchTemplateData"], Ids = ["LaunchTemplateId"], LongestToken = 128,
        },
        new("DescribeLaunchTemplates") { Ids = ["LaunchTemplateId.1"] },
        new("DescribeLaunchTemplateVersions", Template) { Ids = ["LaunchTemplateId"] },
        new("ModifyLaunchTemplate", $"{Template}&SetDefaultVersion=2") { Required = ["SetDefaultVersion"], Ids = ["LaunchTemplateId"], LongestToken = 128 },
        new("DeleteLaunchTemplate", Template) { Ids = ["LaunchTemplateId"] },
        new("DeleteLaunchTemplateVersions", $"{Template}&LaunchTemplateVersion.1=2") { Required = ["LaunchTemplateVersion"], Ids = ["LaunchTemplateId"] },
        new("GetLaunchTemplateData", "InstanceId=i-00000000000000001") { Required = ["InstanceId"], Ids = ["InstanceId"] },
    ];

    private static IEnumerable<OperationRow> Tags() =>
    [
        new("CreateTags", "ResourceId.1=ami-00000000000000001&Tag.1.Key=a&Tag.1.Value=b") { Required = ["ResourceId", "Tag"], Ids = ["ResourceId.1"] },
        new("DeleteTags", "ResourceId.1=ami-00000000000000001") { Required = ["ResourceId"], Ids = ["ResourceId.1"] },
        new("DescribeTags"),
    ];
}
