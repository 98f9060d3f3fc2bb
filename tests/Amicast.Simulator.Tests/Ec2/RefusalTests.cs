using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2;

/// <summary>What each operation refuses, and with which code and status.</summary>
public sealed class RefusalTests
{
    private const string NoImage = "ami-00000000000000000";
    private const string NoSnapshot = "snap-00000000000000000";

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> Descriptions => new()
    {
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [NoImage] }),
            $"InvalidAMIID.NotFound 400: The image id '[{NoImage}]' does not exist"
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [NoImage, "ami-00000001"] }),
            $"InvalidAMIID.NotFound 400: The image ids '[{NoImage}, ami-00000001]' do not exist"
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = ["ami-XYZ"] }),
            "InvalidAMIID.Malformed 400: Invalid id: \"ami-XYZ\" (expecting \"ami-...\")"
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("colour", ["red"])] }),
            "InvalidParameterValue 400: The filter 'colour' is invalid"
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new() { Name = "name" }] }),
            "InvalidParameterValue 400: The filter 'name' has no value."
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { NextToken = "what?" }),
            "InvalidNextToken 400: The token 'what?' is invalid"
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["me"] }),
            "InvalidUserID.Malformed 400: Invalid user id: \"me\""
        },
        {
            "us-east-1", c => c.DescribeImagesAsync(new DescribeImagesRequest { DryRun = true }),
            "DryRunOperation 412: Request would have succeeded, but DryRun flag is set."
        },
        {
            "us-east-1", c => c.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [NoSnapshot] }),
            $"InvalidSnapshot.NotFound 400: The snapshot '{NoSnapshot}' does not exist."
        },
        {
            "us-east-1", c => c.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = ["x"] }),
            "InvalidSnapshotID.Malformed 400: Invalid id: \"x\" (expecting \"snap-...\")"
        },
        {
            "us-east-1", c => c.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [NoSnapshot], MaxResults = 5 }),
            "InvalidParameterCombination 400: The parameter MaxResults cannot be used together with a list of ids."
        },
    };

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> OtherDescriptions => new()
    {
        {
            "us-east-1", c => c.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 4 }),
            "InvalidParameterValue 400: Value ( 4 ) for parameter maxResults is invalid. Expecting a value between 5 and 1000."
        },
        {
            "us-east-1", c => c.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ["i-00000001"] }),
            "InvalidInstanceID.NotFound 400: The instance ID 'i-00000001' does not exist"
        },
        {
            "us-east-1", c => c.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ["web"] }),
            "InvalidInstanceID.Malformed 400: Invalid id: \"web\" (expecting \"i-...\")"
        },
        {
            "us-east-1", c => c.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { InstanceIds = [World.InstanceId], MaxResults = 5 }),
            "InvalidParameterCombination 400: The parameter MaxResults cannot be used together with a list of ids."
        },
        {
            "us-east-1", c => c.DescribeVolumesAsync(new DescribeVolumesRequest { VolumeIds = ["vol-00000001"] }),
            "InvalidVolume.NotFound 400: The volume 'vol-00000001' does not exist."
        },
        {
            "us-east-1", c => c.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["eu-cental-1"] }),
            "InvalidParameterValue 400: Invalid region 'eu-cental-1' specified in 'RegionName'"
        },
        {
            "us-east-1", c => c.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { ZoneNames = ["us-east-1z"] }),
            "InvalidParameterValue 400: Invalid availability zone: [us-east-1z]"
        },
    };

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> Images => new()
    {
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = "i-00000001", Name = "web" }),
            "InvalidInstanceID.NotFound 400: The instance ID 'i-00000001' does not exist"
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { Name = "web" }),
            "MissingParameter 400: The request must contain the parameter InstanceId"
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = new string('w', 2) }),
            "InvalidAMIName.Malformed 400: AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '/', '-', ''', '@' and '_'"
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", BlockDeviceMappings = [new() { DeviceName = "/dev/sdz", NoDevice = "" }] }),
            $"InvalidBlockDeviceMapping 400: The device '/dev/sdz' is not attached to the instance '{World.InstanceId}'."
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", NoDevice = "" }] }),
            "InvalidBlockDeviceMapping 400: The root device '/dev/xvda' cannot be excluded from an image."
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", TagSpecifications = [new() { ResourceType = "volume", Tags = [new("a", "b")] }] }),
            "InvalidParameterValue 400: 'volume' is not a valid taggable resource type for this operation."
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", TagSpecifications = [new() { ResourceType = "image", Tags = [new("aws:x", "b")] }] }),
            "InvalidParameterValue 400: Tag keys starting with 'aws:' are reserved for internal use"
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", DryRun = true }),
            "DryRunOperation 412: Request would have succeeded, but DryRun flag is set."
        },
        {
            "us-east-1", c => c.CopyImageAsync(new() { Name = "web", SourceRegion = "us-east-1", SourceImageId = NoImage }),
            $"InvalidAMIID.NotFound 400: The image id '[{NoImage}]' does not exist"
        },
        {
            "us-east-1", c => c.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web", SnapshotLocation = SnapshotLocationEnum.Local }),
            "UnsupportedOperation 400: The simulated account does not support the parameter SnapshotLocation."
        },
        {
            "us-east-1", c => c.CopyImageAsync(new() { Name = "web", SourceRegion = "eu-central-1", SourceImageId = NoImage, DestinationOutpostArn = "arn" }),
            "UnsupportedOperation 400: The simulated account does not support the parameter DestinationOutpostArn."
        },
        {
            "us-east-1", c => c.CopyImageAsync(new() { Name = "web", SourceRegion = "mars-1", SourceImageId = NoImage }),
            "InvalidRegion 400: The region mars-1 is not valid."
        },
        {
            "us-east-1", c => c.CopyImageAsync(new() { Name = "web", SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", KmsKeyId = "alias/ami" }),
            "InvalidParameterDependency 400: The parameter KmsKeyId requires the parameter Encrypted to be set."
        },
        {
            "us-east-1", c => c.CopyImageAsync(new() { Name = "web", SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", SnapshotCopyCompletionDurationMinutes = 20 }),
            "InvalidParameterValue 400: Value (20) for parameter SnapshotCopyCompletionDurationMinutes is invalid."
        },
    };

    public static TheoryData<string, Func<AmazonEC2Client, Task>, string> Changes => new()
    {
        {
            "us-east-1", c => c.DeregisterImageAsync(new() { ImageId = NoImage }),
            $"InvalidAMIID.NotFound 400: The image id '[{NoImage}]' does not exist"
        },
        {
            "us-east-1", c => c.DeleteSnapshotAsync(new() { SnapshotId = NoSnapshot }),
            $"InvalidSnapshot.NotFound 400: The snapshot '{NoSnapshot}' does not exist."
        },
        {
            "eu-central-1", c => c.DeleteSnapshotAsync(new() { SnapshotId = "snap-0a1b2c3d4e5f60003" }),
            "InvalidSnapshot.InUse 400: The snapshot snap-0a1b2c3d4e5f60003 is currently in use by ami-0a1b2c3d4e5f60003"
        },
        {
            "us-east-1", c => c.CreateTagsAsync(new() { Resources = ["x-1"], Tags = [new("a", "b")] }),
            "InvalidID 400: The ID 'x-1' is not valid"
        },
        {
            "us-east-1", c => c.CreateTagsAsync(new() { Resources = [NoImage], Tags = [new("a", "b")] }),
            $"InvalidAMIID.NotFound 400: The ID '{NoImage}' does not exist"
        },
        {
            "us-east-1", c => c.CreateTagsAsync(new() { Resources = [World.InstanceId], Tags = [new("a", "b"), new("a", "c")] }),
            "InvalidParameterValue 400: Duplicate tag key 'a' specified."
        },
        {
            "us-east-1", c => c.CreateTagsAsync(new() { Resources = [World.InstanceId], Tags = [.. Enumerable.Range(0, 49).Select(i => new Tag($"k{i}", "v"))] }),
            "TagLimitExceeded 400: The maximum number of Tags for a resource has been reached."
        },
        {
            "us-east-1", c => c.StartInstancesAsync(new() { InstanceIds = ["i-00000001"] }),
            "InvalidInstanceID.NotFound 400: The instance ID 'i-00000001' does not exist"
        },
        {
            "us-east-1", c => c.StopInstancesAsync(new() { InstanceIds = [World.InstanceId], Hibernate = true }),
            "UnsupportedOperation 400: The simulated account does not support the parameter Hibernate."
        },
        {
            "us-east-1", c => c.StopInstancesAsync(new() { InstanceIds = [] }),
            "MissingParameter 400: The request must contain the parameter InstanceId"
        },
    };

    [Theory]
    [MemberData(nameof(Descriptions))]
    [MemberData(nameof(OtherDescriptions))]
    [MemberData(nameof(Images))]
    [MemberData(nameof(Changes))]
    public void A_bad_request_is_refused_with_its_code(string region, Func<AmazonEC2Client, Task> request, string expected)
    {
        var world = new World();
        var before = world.Cloud.Inspect();

        Assert.Equal(expected, world.Error(request, region));
        Assert.Equivalent(before.Regions, world.Cloud.Inspect().Regions, strict: true);
    }
}
