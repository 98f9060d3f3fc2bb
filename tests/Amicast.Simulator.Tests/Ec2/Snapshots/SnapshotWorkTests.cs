using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Snapshots;

/// <summary>Snapshots and volumes that are made by themselves, without an image.</summary>
public sealed class SnapshotWorkTests
{
    private const string VolumeId = "vol-0123456789abcdef1";
    private const string BaseSnapshot = "snap-0a1b2c3d4e5f60003";
    private const string Frankfurt = "eu-central-1";

    [Fact]
    public void A_snapshot_of_a_volume_goes_from_pending_to_completed_and_is_tagged_from_the_start()
    {
        var world = new World();
        var (made, done) = world.Run(async client =>
        {
            var snapshot = (await client.CreateSnapshotAsync(new()
            {
                VolumeId = VolumeId, Description = "by hand", TagSpecifications = [new() { ResourceType = ResourceType.Snapshot, Tags = [new("a", "b")] }],
            })).Snapshot;
            return (snapshot, await Completed(world, client, snapshot.SnapshotId));
        });

        Assert.Equal((SnapshotState.Pending, VolumeId, 100, "by hand", "a=b"), (made.State, made.VolumeId, made.VolumeSize, made.Description, $"{made.Tags[0].Key}={made.Tags[0].Value}"));
        Assert.Equal((SnapshotState.Completed, "100%"), (done.State, done.Progress));
    }

    [Fact]
    public void The_snapshots_of_an_instance_leave_out_what_is_excluded_and_take_the_volumes_tags_when_asked()
    {
        var world = new World(World.WithoutSnapshotLimits());
        var (all, data) = world.Run(async client =>
        {
            await client.CreateTagsAsync(new() { Resources = [VolumeId], Tags = [new("Disk", "data")] });
            var all = await client.CreateSnapshotsAsync(new() { InstanceSpecification = new() { InstanceId = World.InstanceId } });
            var data = await client.CreateSnapshotsAsync(new()
            {
                InstanceSpecification = new() { InstanceId = World.InstanceId, ExcludeBootVolume = true }, CopyTagsFromSource = CopyTagsFromSource.Volume,
            });
            return (all, data);
        });

        Assert.Equal(["vol-0123456789abcdef0", VolumeId], all.Snapshots.Select(snapshot => snapshot.VolumeId));
        var only = Assert.Single(data.Snapshots);
        Assert.Equal((VolumeId, SnapshotState.Pending, "Disk=data"), (only.VolumeId, only.State, $"{only.Tags[0].Key}={only.Tags[0].Value}"));
    }

    [Fact]
    public void A_snapshot_is_copied_to_another_Region_under_a_key_of_it()
    {
        var world = new World();
        var copy = world.Run(async client =>
        {
            var made = await client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot, Encrypted = true, KmsKeyId = "alias/ami" });
            return await Completed(world, client, made.SnapshotId);
        });

        Assert.Equal(
            (SnapshotState.Completed, 8, true, "vol-ffffffff", $"[Copied {BaseSnapshot} from {Frankfurt}]"),
            (copy.State, copy.VolumeSize, copy.Encrypted, copy.VolumeId, copy.Description));
        Assert.StartsWith("arn:aws:kms:us-east-1:123456789012:key/", copy.KmsKeyId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_under_a_key_that_is_out_of_reach_ends_in_error()
    {
        var world = new World();
        var copy = world.Run(async client =>
        {
            var made = await client.CopySnapshotAsync(new()
            {
                SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot, Encrypted = true,
                KmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000",
            });
            return await Completed(world, client, made.SnapshotId);
        });

        Assert.Equal((SnapshotState.Error, "Given key ID is not accessible"), (copy.State, copy.StateMessage));
    }

    [Theory]
    [InlineData("snapshotFails", "error")]
    [InlineData("neverCompletes", "pending")]
    public void A_fault_strikes_a_snapshot_as_it_strikes_an_image(string kind, string state)
    {
        var world = new World(faults: $$"""{ "faults": [{ "kind": "{{kind}}", "operation": "CreateSnapshot" }] }""");
        var end = world.Run(async client =>
        {
            var made = (await client.CreateSnapshotAsync(new() { VolumeId = VolumeId })).Snapshot;
            await world.Wait(TimeSpan.FromDays(1));
            return (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [made.SnapshotId] })).Snapshots[0];
        });

        Assert.Equal(state, end.State.Value);
    }

    [Fact]
    public void Permissions_of_a_snapshot_are_reset_and_block_public_access_keeps_it_from_all()
    {
        var world = new World();
        Task Share(IAmazonEC2 client, string? user) => client.ModifySnapshotAttributeAsync(new()
        {
            SnapshotId = BaseSnapshot, CreateVolumePermission = new() { Add = [user is null ? new() { Group = "all" } : new() { UserId = user }] },
        });

        world.Clock.Run(() => Share(world.Client(Frankfurt), "111122223333"));
        world.Run(c => c.ResetSnapshotAttributeAsync(new() { SnapshotId = BaseSnapshot, Attribute = SnapshotAttributeName.CreateVolumePermission }), Frankfurt);
        Assert.Empty(world.Cloud.Inspect().Regions[Frankfurt].Snapshots[0].CreateVolumePermissions);
        Assert.Equal("unblocked", world.Run(c => c.GetSnapshotBlockPublicAccessStateAsync(new()), Frankfurt).State.Value);
        world.Run(c => c.EnableSnapshotBlockPublicAccessAsync(new() { State = "block-all-sharing" }), Frankfurt);
        Assert.Equal(
            "OperationNotPermitted 400: You can't publicly share this snapshot because block public access for snapshots is enabled for your account in this Region.",
            world.Error(client => Share(client, null), Frankfurt));
        world.Run(c => c.DisableSnapshotBlockPublicAccessAsync(new()), Frankfurt);
        world.Clock.Run(() => Share(world.Client(Frankfurt), null));
        Assert.Equal(["all"], world.Cloud.Inspect().Regions[Frankfurt].Snapshots[0].CreateVolumePermissions);
    }

    [Fact]
    public void A_volume_is_made_from_a_snapshot_once_for_one_token_and_deleted()
    {
        var world = new World();
        var volumes = world.Run(
            async client =>
            {
                var request = new CreateVolumeRequest { AvailabilityZone = "eu-central-1b", SnapshotId = BaseSnapshot, Size = 20, VolumeType = VolumeType.Gp3, ClientToken = "t1" };
                var made = (await client.CreateVolumeAsync(request)).Volume;
                var again = (await client.CreateVolumeAsync(request)).Volume;
                Assert.Equal(made.VolumeId, again.VolumeId);
                await world.Wait(TimeSpan.FromMinutes(1));
                var there = (await client.DescribeVolumesAsync(new DescribeVolumesRequest())).Volumes;
                await client.DeleteVolumeAsync(new() { VolumeId = made.VolumeId });
                return (made, there, After: (await client.DescribeVolumesAsync(new DescribeVolumesRequest())).Volumes);
            },
            Frankfurt);

        Assert.Equal((VolumeState.Creating, 20, BaseSnapshot, "eu-central-1b"), (volumes.made.State, volumes.made.Size, volumes.made.SnapshotId, volumes.made.AvailabilityZone));
        Assert.Equal(VolumeState.Available, Assert.Single(volumes.there).State);
        Assert.Null(volumes.After);
    }

    [Fact]
    public void Encryption_by_default_encrypts_copies_volumes_and_launches_under_the_Regions_default_key()
    {
        var world = new World(World.SmallAccount.Replace(
            "\"name\": \"eu-central-1\",", "\"name\": \"eu-central-1\", \"keys\": [{ \"aliases\": [\"alias/own\"] }], \"ebsEncryptionByDefault\": true, \"ebsDefaultKmsKeyId\": \"alias/own\",", StringComparison.Ordinal));
        var (key, keys) = world.Run(
            async client =>
            {
                Assert.True((await client.GetEbsEncryptionByDefaultAsync(new())).EbsEncryptionByDefault);
                var key = (await client.GetEbsDefaultKmsKeyIdAsync(new())).KmsKeyId;
                var copy = await client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot });
                var volume = (await client.CreateVolumeAsync(new() { AvailabilityZone = "eu-central-1a", Size = 1 })).Volume;
                await client.RunInstancesAsync(new("ami-0a1b2c3d4e5f60003", 1, 1) { InstanceType = InstanceType.T3Small });
                var launched = (await client.DescribeVolumesAsync(new DescribeVolumesRequest())).Volumes[^1];
                var copied = (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [copy.SnapshotId] })).Snapshots[0];
                return (key, new[] { copied.KmsKeyId, volume.KmsKeyId, launched.KmsKeyId });
            },
            Frankfurt);

        Assert.StartsWith("arn:aws:kms:eu-central-1:123456789012:key/", key, StringComparison.Ordinal);
        Assert.Equal([key, key, key], keys);
        Assert.False(world.Run(c => c.GetEbsEncryptionByDefaultAsync(new())).EbsEncryptionByDefault);
        Assert.Equal("alias/aws/ebs", world.Run(c => c.GetEbsDefaultKmsKeyIdAsync(new())).KmsKeyId);
    }

    private static async Task<Snapshot> Completed(World world, AmazonEC2Client client, string id) => await world.Until(
        async () => (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [id] })).Snapshots[0],
        snapshot => snapshot.State != SnapshotState.Pending);
}
