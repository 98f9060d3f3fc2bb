using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Tests.Ec2.Images;

namespace Amicast.Simulator.Tests.Ec2.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void Volume_permissions_are_added_and_removed_and_read_back()
    {
        var world = new World();
        var permissions = world.Run(async client =>
        {
            var id = (await world.NewImage()).BlockDeviceMappings[0].Ebs.SnapshotId;
            await client.ModifySnapshotAttributeAsync(new()
            {
                SnapshotId = id, CreateVolumePermission = new() { Add = [new() { UserId = "111122223333" }, new() { UserId = "444455556666" }, new() { Group = "all" }] },
            });
            await client.ModifySnapshotAttributeAsync(new()
            {
                SnapshotId = id, Attribute = SnapshotAttributeName.CreateVolumePermission, OperationType = OperationType.Remove, UserIds = ["444455556666"],
            });
            return (await client.DescribeSnapshotAttributeAsync(new DescribeSnapshotAttributeRequest
            {
                SnapshotId = id, Attribute = SnapshotAttributeName.CreateVolumePermission,
            })).CreateVolumePermissions;
        });

        Assert.Equal(["111122223333", "all"], permissions.Select(one => one.UserId ?? one.Group.Value));
    }

    public static TheoryData<string, CreateVolumePermissionModifications, string> Refusals => new()
    {
        { "plain", new() { Add = [new() { UserId = "1234" }] }, "InvalidUserID.Malformed 400: Invalid user id: \"1234\"" },
        { "managed", new() { Add = [new() { UserId = "111122223333" }] }, "OperationNotPermitted 400: Encrypted snapshots with EBS default key cannot be shared" },
        { "customer", new() { Add = [new() { Group = "all" }] }, "OperationNotPermitted 400: Encrypted snapshots cannot be made public" },
        {
            "plain", new() { Add = [new() { UserId = "111122223333" }], Remove = [new() { UserId = "444455556666" }] },
            "InvalidParameterCombination 400: Permissions cannot be added and removed in the same request."
        },
        {
            "plain", new() { Add = [.. Enumerable.Range(0, 501).Select(i => new CreateVolumePermission { UserId = $"{111122220000 + i}" })] },
            "InvalidParameterValue 400: At most 500 permissions can be changed in one request."
        },
        { "plain", new(), "MissingParameter 400: The request must contain the parameter CreateVolumePermission" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_permission_that_cannot_be_given_is_refused(string encryption, CreateVolumePermissionModifications change, string expected)
    {
        var world = new World(SharingTests.Encrypted(encryption));
        var id = world.Run(_ => world.NewImage()).BlockDeviceMappings[0].Ebs.SnapshotId;

        Assert.Equal(expected, world.Error(client => client.ModifySnapshotAttributeAsync(new() { SnapshotId = id, CreateVolumePermission = change })));
        Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Snapshots[0].CreateVolumePermissions);
    }

    [Fact]
    public void Encryption_and_key_go_from_volume_to_snapshot_to_image()
    {
        var world = new World(SharingTests.Encrypted("customer"));
        var (volume, snapshot, image) = world.Run(async client =>
        {
            var image = await world.NewImage();
            var mapping = image.BlockDeviceMappings[0].Ebs;
            var volume = (await client.DescribeVolumesAsync(new DescribeVolumesRequest { VolumeIds = ["vol-0123456789abcdef0"] })).Volumes[0];
            return (volume, (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [mapping.SnapshotId] })).Snapshots[0], mapping);
        });

        Assert.Equal((true, true, true), (volume.Encrypted, snapshot.Encrypted, image.Encrypted));
        Assert.StartsWith("arn:aws:kms:us-east-1:123456789012:key/", volume.KmsKeyId, StringComparison.Ordinal);
        Assert.Equal(volume.KmsKeyId, snapshot.KmsKeyId);
    }

    [Fact]
    public void A_volume_shows_where_it_is_attached()
    {
        var world = new World();
        var volume = world.Run(client => client.DescribeVolumesAsync(new DescribeVolumesRequest
        {
            Filters = [new("attachment.instance-id", [World.InstanceId]), new("attachment.device", ["/dev/sdf"])],
        })).Volumes.Single();

        Assert.Equal(
            ("vol-0123456789abcdef1", 100, "us-east-1a", "in-use", "gp3", false),
            (volume.VolumeId, volume.Size, volume.AvailabilityZone, volume.State.Value, volume.VolumeType.Value, volume.Encrypted));
        var at = volume.Attachments.Single();
        Assert.Equal((World.InstanceId, "/dev/sdf", "attached", false), (at.InstanceId, at.Device, at.State.Value, at.DeleteOnTermination));
    }
}
