using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2;

/// <summary>What the operations on image states, snapshots, volumes, fleets and the network refuse, and with which code and status.</summary>
public sealed class ChangeRefusalTests
{
    private const string Base = "ami-0a1b2c3d4e5f60003";
    private const string Snapshot = "snap-0a1b2c3d4e5f60003";
    private const string Frankfurt = "eu-central-1";

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> Images => new()
    {
        {
            Frankfurt, c => c.RegisterImageAsync(new() { Name = "base", RootDeviceName = "/dev/xvda" }),
            $"InvalidAMIName.Duplicate 400: AMI name base is already in use by AMI {Base}"
        },
        {
            Frankfurt, c => c.RegisterImageAsync(new() { Name = "new", RootDeviceName = "/dev/xvda" }),
            "InvalidBlockDeviceMapping 400: No snapshot is given for the root device '/dev/xvda'."
        },
        {
            Frankfurt, c => c.RegisterImageAsync(new()
            {
                Name = "new", RootDeviceName = "/dev/xvda", BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { SnapshotId = Snapshot, VolumeSize = 4 } }],
            }),
            $"InvalidBlockDeviceMapping 400: Volume of size 4GB is smaller than snapshot '{Snapshot}', expect size >= 8GB"
        },
        {
            Frankfurt, c => c.EnableImageDeprecationAsync(new() { ImageId = Base, DeprecateAt = new DateTime(2036, 11, 23, 0, 0, 0, DateTimeKind.Utc) }),
            "InvalidParameterValue 400: The deprecation date must lie in the future, and at most 10 years ahead."
        },
        {
            Frankfurt, c => c.EnableImageDeprecationAsync(new() { ImageId = Base, DeprecateAt = new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc) }),
            "InvalidParameterValue 400: The deprecation date must lie in the future, and at most 10 years ahead."
        },
        {
            Frankfurt, c => c.EnableImageBlockPublicAccessAsync(new() { ImageBlockPublicAccessState = "block-all-sharing" }),
            "InvalidParameterValue 400: Value (block-all-sharing) for parameter ImageBlockPublicAccessState is invalid."
        },
        {
            "us-east-1", c => c.DisableImageAsync(new DisableImageRequest { ImageId = Base }),
            $"InvalidAMIID.NotFound 400: The image id '[{Base}]' does not exist"
        },
        {
            Frankfurt, c => c.DisableImageAsync(new DisableImageRequest { ImageId = Base, DryRun = true }),
            "DryRunOperation 412: Request would have succeeded, but DryRun flag is set."
        },
    };

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> Storage => new()
    {
        {
            "us-east-1", c => c.CreateSnapshotAsync(new() { VolumeId = "vol-1" }),
            "InvalidVolumeID.Malformed 400: Invalid id: \"vol-1\" (expecting \"vol-...\")"
        },
        {
            "us-east-1", c => c.CreateSnapshotAsync(new() { VolumeId = "vol-00000001" }),
            "InvalidVolume.NotFound 400: The volume 'vol-00000001' does not exist."
        },
        {
            "us-east-1", c => c.CreateSnapshotsAsync(new() { InstanceSpecification = new() { InstanceId = World.InstanceId, ExcludeDataVolumeIds = ["vol-0123456789abcdef0"] } }),
            $"InvalidParameterValue 400: The volume 'vol-0123456789abcdef0' is no data volume of the instance '{World.InstanceId}'."
        },
        {
            "us-east-1", c => c.CopySnapshotAsync(new() { SourceRegion = "us-east-1", SourceSnapshotId = Snapshot }),
            $"InvalidSnapshot.NotFound 400: The snapshot '{Snapshot}' does not exist."
        },
        {
            "us-east-1", c => c.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = Snapshot, CompletionDurationMinutes = 20 }),
            "InvalidParameterValue 400: Value (20) for parameter CompletionDurationMinutes is invalid."
        },
        {
            "us-east-1", c => c.DeleteVolumeAsync(new() { VolumeId = "vol-0123456789abcdef1" }),
            $"VolumeInUse 400: Volume vol-0123456789abcdef1 is currently attached to {World.InstanceId}"
        },
        {
            "us-east-1", c => c.CreateVolumeAsync(new() { AvailabilityZone = "us-east-1x", Size = 1 }),
            "InvalidZone.NotFound 400: The zone 'us-east-1x' does not exist."
        },
        {
            "us-east-1", c => c.CreateVolumeAsync(new() { AvailabilityZone = "us-east-1a" }),
            "MissingParameter 400: The request must contain the parameter Size or SnapshotId"
        },
        {
            Frankfurt, c => c.CreateVolumeAsync(new() { AvailabilityZone = "eu-central-1a", SnapshotId = Snapshot, Size = 4 }),
            "InvalidParameterValue 400: The size of the volume (4 GiB) is smaller than that of the snapshot (8 GiB)."
        },
        {
            "us-east-1", c => c.CreateVolumeAsync(new() { AvailabilityZone = "us-east-1a", Size = 1, Iops = 100 }),
            "UnsupportedOperation 400: The simulated account does not support the parameter Iops."
        },
    };

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> Others => new()
    {
        {
            "us-east-1", c => c.DescribeInstanceAttributeAsync(new DescribeInstanceAttributeRequest { InstanceId = World.InstanceId, Attribute = "kernel" }),
            "UnsupportedOperation 400: The simulated account does not support the instance attribute kernel."
        },
        {
            "us-east-1", c => c.DescribeInstanceTypesAsync(new() { InstanceTypes = ["m7i.nano"] }),
            "InvalidInstanceType 400: The following supplied instance types do not exist: [m7i.nano]"
        },
        {
            "us-east-1", c => c.DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = ["vpc-0000"] }),
            "InvalidVpcID.NotFound 400: The vpc ID 'vpc-0000' does not exist"
        },
        {
            "us-east-1", c => c.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = ["subnet-0000"] }),
            "InvalidSubnetID.NotFound 400: The subnet ID 'subnet-0000' does not exist"
        },
        {
            "us-east-1", c => c.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = ["sg-00000000"] }),
            "InvalidGroup.NotFound 400: The security group 'sg-00000000' does not exist"
        },
        {
            "us-east-1", c => c.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["web"] }),
            "InvalidKeyPair.NotFound 400: The key pair 'web' does not exist"
        },
        {
            Frankfurt, c => c.ModifyLaunchTemplateAsync(new() { LaunchTemplateName = "web", DefaultVersion = "7" }),
            "InvalidLaunchTemplateId.VersionNotFound 400: Could not find the specified version 7 for the launch template with ID lt-0a1b2c3d4e5f60003."
        },
        {
            Frankfurt, c => c.DeleteLaunchTemplateVersionsAsync(new() { LaunchTemplateName = "web", Versions = ["$Latest"] }),
            "InvalidParameterValue 400: Value ($Latest) for parameter LaunchTemplateVersion is invalid."
        },
        {
            "us-east-1", c => c.DeleteTagsAsync(new() { Resources = ["x-1"] }),
            "InvalidID 400: The ID 'x-1' is not valid"
        },
    };

    [Theory]
    [MemberData(nameof(Images))]
    [MemberData(nameof(Storage))]
    [MemberData(nameof(Others))]
    public void A_bad_request_is_refused_with_its_code_and_changes_nothing(string region, Func<AmazonEC2Client, Task> request, string expected)
    {
        var world = new World();
        var before = world.Cloud.Inspect();

        Assert.Equal(expected, world.Error(request, region));
        Assert.Equivalent(before.Regions, world.Cloud.Inspect().Regions, strict: true);
    }
}
