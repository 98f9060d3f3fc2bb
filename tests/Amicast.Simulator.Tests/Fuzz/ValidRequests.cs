namespace Amicast.Simulator.Tests.Fuzz;

/// <summary>A request of every operation that succeeds in a new <see cref="FuzzedCloud"/>: where the mutations begin.</summary>
internal static class ValidRequests
{
    private const string Image = $"ImageId={FuzzedCloud.ImageId}";
    private const string Instance = $"InstanceId={FuzzedCloud.InstanceId}";
    private const string Snapshot = $"SnapshotId={FuzzedCloud.FreeSnapshotId}";
    private const string Template = $"LaunchTemplateId={FuzzedCloud.TemplateId}";

    /// <summary>The parameters of EC2's, by operation.</summary>
    internal static IReadOnlyDictionary<string, string[]> OfEc2(FuzzedCloud cloud) => new Dictionary<string, string[]>(
        [.. Images(), .. Snapshots(cloud.VolumeId), .. Instances(), .. Templates(), .. Others()]);

    internal static IReadOnlyList<WireRequest> OfOtherServices { get; } =
    [
        WireRequest.Json("kms", "DescribeKey", """{"KeyId":"alias/aws/ebs"}"""),
        WireRequest.Json("kms", "ListAliases", """{"KeyId":"alias/aws/ebs","Limit":10}"""),
        WireRequest.Json("ssm", "PutParameter", """{"Name":"/amicast/web","Value":"ami-1","Type":"String","Overwrite":true,"Description":"d","DataType":"text","Tier":"Standard"}"""),
        WireRequest.Json("ssm", "GetParameter", """{"Name":"/amicast/web:1","WithDecryption":false}"""),
        WireRequest.Json("ssm", "GetParameterHistory", """{"Name":"/amicast/web","MaxResults":10}"""),
        WireRequest.Json("ssm", "DeleteParameter", """{"Name":"/amicast/web"}"""),
        WireRequest.Sts("Action=GetCallerIdentity&Version=2011-06-15"),
    ];

    private static Dictionary<string, string[]> Images() => new()
    {
        ["CreateImage"] =
        [
            Instance, "Name=new", "Description=d", "NoReboot=true", "TagSpecification.1.ResourceType=image", "TagSpecification.1.Tag.1.Key=Role",
            "TagSpecification.1.Tag.1.Value=web", "BlockDeviceMapping.1.DeviceName=/dev/sdf", "BlockDeviceMapping.1.NoDevice=",
        ],
        ["RegisterImage"] =
        [
            "Name=registered", "Architecture=x86_64", "VirtualizationType=hvm", "RootDeviceName=/dev/xvda", "BlockDeviceMapping.1.DeviceName=/dev/xvda",
            $"BlockDeviceMapping.1.Ebs.SnapshotId={FuzzedCloud.FreeSnapshotId}", "BlockDeviceMapping.1.Ebs.VolumeSize=20",
        ],
        ["CopyImage"] = ["SourceRegion=us-east-1", $"SourceImageId={FuzzedCloud.ImageId}", "Name=copy", "Encrypted=true", "KmsKeyId=alias/aws/ebs", "ClientToken=t", "CopyImageTags=true"],
        ["DescribeImages"] = [$"ImageId.1={FuzzedCloud.ImageId}", "Owner.1=self", "Filter.1.Name=name", "Filter.1.Value.1=b*", "Filter.2.Name=tag:Role", "Filter.2.Value.1=web", "MaxResults=10"],
        ["DeregisterImage"] = [Image, "DeleteAssociatedSnapshots=true"],
        ["EnableImage"] = [Image],
        ["DisableImage"] = [Image],
        ["DescribeImageAttribute"] = [Image, "Attribute=launchPermission"],
        ["ModifyImageAttribute"] = [Image, "LaunchPermission.Add.1.UserId=111122223333", "LaunchPermission.Remove.1.Group=all"],
        ["ResetImageAttribute"] = [Image, "Attribute=launchPermission"],
        ["EnableImageDeprecation"] = [Image, "DeprecateAt=2030-01-02T03:04:05Z"],
        ["DisableImageDeprecation"] = [Image],
        ["EnableImageDeregistrationProtection"] = [Image, "WithCooldown=true"],
        ["DisableImageDeregistrationProtection"] = [Image],
        ["GetImageBlockPublicAccessState"] = [],
        ["EnableImageBlockPublicAccess"] = ["ImageBlockPublicAccessState=block-new-sharing"],
        ["DisableImageBlockPublicAccess"] = [],
    };

    private static Dictionary<string, string[]> Snapshots(string volumeId) => new()
    {
        ["CreateSnapshot"] = ["VolumeId=vol-0123456789abcdef0", "Description=d", "TagSpecification.1.ResourceType=snapshot", "TagSpecification.1.Tag.1.Key=k"],
        ["CreateSnapshots"] = [$"InstanceSpecification.{Instance}", "InstanceSpecification.ExcludeBootVolume=true", "CopyTagsFromSource=volume"],
        ["CopySnapshot"] = ["SourceRegion=us-east-1", $"SourceSnapshotId={FuzzedCloud.FreeSnapshotId}", "CompletionDurationMinutes=30"],
        ["DescribeSnapshots"] = [$"SnapshotId.1={FuzzedCloud.FreeSnapshotId}", "Owner.1=self", "RestorableBy.1=self", "Filter.1.Name=status", "Filter.1.Value.1=completed"],
        ["DeleteSnapshot"] = [Snapshot],
        ["DescribeSnapshotAttribute"] = [Snapshot, "Attribute=createVolumePermission"],
        ["ModifySnapshotAttribute"] = [Snapshot, "Attribute=createVolumePermission", "OperationType=add", "UserId.1=111122223333"],
        ["ResetSnapshotAttribute"] = [Snapshot, "Attribute=createVolumePermission"],
        ["GetSnapshotBlockPublicAccessState"] = [],
        ["EnableSnapshotBlockPublicAccess"] = ["State=block-all-sharing"],
        ["DisableSnapshotBlockPublicAccess"] = [],
        ["CreateVolume"] = ["AvailabilityZone=us-east-1a", Snapshot, "Size=20", "VolumeType=gp3", "Encrypted=true", "ClientToken=v"],
        ["DescribeVolumes"] = [$"VolumeId.1={volumeId}", "Filter.1.Name=size", "Filter.1.Value.1=8"],
        ["DeleteVolume"] = [$"VolumeId={volumeId}"],
        ["GetEbsEncryptionByDefault"] = [],
        ["GetEbsDefaultKmsKeyId"] = [],
    };

    private static Dictionary<string, string[]> Instances() => new()
    {
        ["DescribeInstances"] = [$"InstanceId.1={FuzzedCloud.InstanceId}", "Filter.1.Name=instance-state-name", "Filter.1.Value.1=running"],
        ["DescribeInstanceStatus"] = [$"InstanceId.1={FuzzedCloud.InstanceId}", "IncludeAllInstances=true"],
        ["DescribeInstanceAttribute"] = [Instance, "Attribute=instanceType"],
        ["DescribeInstanceTypes"] = ["InstanceType.1=m7i.large", "Filter.1.Name=current-generation", "Filter.1.Value.1=true"],
        ["DescribeInstanceTypeOfferings"] = ["LocationType=region", "Filter.1.Name=instance-type", "Filter.1.Value.1=m7i.*", "MaxResults=5"],
        ["RunInstances"] =
        [
            Image, "InstanceType=m7i.large", "MinCount=1", "MaxCount=2", "ClientToken=r", "KeyName=web", "BlockDeviceMapping.1.DeviceName=/dev/sdg",
            "BlockDeviceMapping.1.Ebs.VolumeSize=5", "TagSpecification.1.ResourceType=instance", "TagSpecification.1.Tag.1.Key=Role", "Placement.AvailabilityZone=us-east-1a",
            $"LaunchTemplate.{Template}", "LaunchTemplate.Version=$Latest", "UserData=IyEvYmluL3No", "MetadataOptions.HttpTokens=required",
        ],
        ["StartInstances"] = [$"InstanceId.1={FuzzedCloud.InstanceId}"],
        ["StopInstances"] = [$"InstanceId.1={FuzzedCloud.InstanceId}"],
        ["RebootInstances"] = [$"InstanceId.1={FuzzedCloud.InstanceId}"],
        ["TerminateInstances"] = [$"InstanceId.1={FuzzedCloud.InstanceId}"],
        ["CreateFleet"] =
        [
            "Type=instant", "TargetCapacitySpecification.TotalTargetCapacity=1", $"LaunchTemplateConfigs.1.LaunchTemplateSpecification.{Template}",
            "LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1", "LaunchTemplateConfigs.1.Overrides.1.InstanceType=m7i.large",
            "LaunchTemplateConfigs.1.Overrides.2.InstanceType=m6i.large",
        ],
        ["DeleteFleets"] = ["FleetId.1=fleet-00000000-0000-0000-0000-000000000000", "TerminateInstances=true"],
    };

    private static Dictionary<string, string[]> Templates() => new()
    {
        ["CreateLaunchTemplate"] = ["LaunchTemplateName=new", $"LaunchTemplateData.{Image}", "LaunchTemplateData.InstanceType=m7i.large", "VersionDescription=d", "ClientToken=l"],
        ["CreateLaunchTemplateVersion"] = [Template, "SourceVersion=1", "LaunchTemplateData.InstanceType=m7i.xlarge", "ClientToken=w"],
        ["DescribeLaunchTemplates"] = ["LaunchTemplateName.1=web", "Filter.1.Name=launch-template-name", "Filter.1.Value.1=web", "MaxResults=5"],
        ["DescribeLaunchTemplateVersions"] = [Template, "LaunchTemplateVersion.1=1", "LaunchTemplateVersion.2=$Latest", "Filter.1.Name=instance-type", "Filter.1.Value.1=*"],
        ["ModifyLaunchTemplate"] = [Template, "SetDefaultVersion=2", "ClientToken=m"],
        ["DeleteLaunchTemplate"] = [Template],
        ["DeleteLaunchTemplateVersions"] = [Template, "LaunchTemplateVersion.1=2"],
        ["GetLaunchTemplateData"] = [Instance],
    };

    private static Dictionary<string, string[]> Others() => new()
    {
        ["DescribeRegions"] = ["RegionName.1=us-east-1", "AllRegions=true", "Filter.1.Name=region-name", "Filter.1.Value.1=us-*"],
        ["DescribeAvailabilityZones"] = ["ZoneName.1=us-east-1a", "AllAvailabilityZones=true"],
        ["DescribeVpcs"] = ["Filter.1.Name=is-default", "Filter.1.Value.1=true", "MaxResults=5"],
        ["DescribeSubnets"] = ["Filter.1.Name=default-for-az", "Filter.1.Value.1=true", "MaxResults=5"],
        ["DescribeSecurityGroups"] = ["GroupName.1=default"],
        ["DescribeKeyPairs"] = ["KeyName.1=web"],
        ["CreateTags"] = [$"ResourceId.1={FuzzedCloud.ImageId}", $"ResourceId.2={FuzzedCloud.InstanceId}", "Tag.1.Key=Role", "Tag.1.Value=web", "Tag.2.Key=Stage", "Tag.2.Value="],
        ["DeleteTags"] = [$"ResourceId.1={FuzzedCloud.ImageId}", "Tag.1.Key=Role", "Tag.1.Value=web"],
        ["DescribeTags"] = ["Filter.1.Name=resource-type", "Filter.1.Value.1=image", "MaxResults=5"],
    };
}
