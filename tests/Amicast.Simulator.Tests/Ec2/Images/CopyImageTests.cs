using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Inventory;

namespace Amicast.Simulator.Tests.Ec2.Images;

public sealed class CopyImageTests
{
    [Fact]
    public void A_copy_takes_its_time_shows_its_snapshots_late_and_ends_available_without_permissions_or_tags()
    {
        var world = new World();
        var (source, copyId, looks, minutes) = world.Run(async client =>
        {
            var source = await world.NewImage();
            await client.CreateTagsAsync(new() { Resources = [source.ImageId], Tags = [new("Role", "web")] });
            await client.ModifyImageAttributeAsync(new() { ImageId = source.ImageId, LaunchPermission = new() { Add = [new() { UserId = "111122223333" }] } });
            var frankfurt = world.Client("eu-central-1");
            var start = world.Clock.Elapsed;
            var copy = await frankfurt.CopyImageAsync(new()
            {
                SourceRegion = "us-east-1",
                SourceImageId = source.ImageId,
                Name = "web-1-copy",
                TagSpecifications = [new() { ResourceType = "snapshot", Tags = [new("amicast:run", "r1")] }],
            });
            var looks = new List<Image>();
            await world.Until(
                async () =>
                {
                    looks.Add((await frankfurt.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [copy.ImageId] })).Images[0]);
                    return looks[^1];
                },
                image => image.State == ImageState.Available);
            return (source, copy.ImageId, looks, (world.Clock.Elapsed - start).TotalMinutes);
        });

        var ids = looks[^1].BlockDeviceMappings.Select(mapping => mapping.Ebs.SnapshotId).ToArray();
        Assert.Equal(
            [$"pending: {source.ImageId} us-east-1, /dev/xvda , /dev/sdf ", $"pending: {source.ImageId} us-east-1, /dev/xvda {ids[0]}, /dev/sdf {ids[1]}",
                $"available: {source.ImageId} us-east-1, /dev/xvda {ids[0]}, /dev/sdf {ids[1]}"],
            looks.Select(Line).Distinct());
        Assert.InRange(minutes, 9, 30);

        var region = world.Cloud.Inspect().Regions["eu-central-1"];
        Assert.Equivalent(
            new InventoryImage(
                copyId, "web-1-copy", "available", null, $"[Copied {source.ImageId} from us-east-1] web-1", new Dictionary<string, string>(), [], ids),
            region.Images[^1],
            strict: true);
        Assert.Equal(
            [("completed", "vol-ffffffff", 30, "r1"), ("completed", "vol-ffffffff", 100, "r1")],
            region.Snapshots.Skip(1).Select(snapshot => (snapshot.State, snapshot.VolumeId, snapshot.SizeGiB, snapshot.Tags["amicast:run"])));
    }

    private static string Line(Image image) =>
        $"{image.State}: {image.SourceImageId} {image.SourceImageRegion}, "
        + string.Join(", ", image.BlockDeviceMappings.Select(mapping => $"{mapping.DeviceName} {mapping.Ebs.SnapshotId}"));

    [Fact]
    public void The_source_must_be_available_in_the_source_Region()
    {
        var world = new World();
        var pending = world.Run(client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" })).ImageId;
        CopyImageRequest Copy(string region) => new() { SourceRegion = region, SourceImageId = pending, Name = "web-1" };

        Assert.Equal(
            $"InvalidAMIID.Unavailable 400: The image ID '{pending}' is currently pending and may not be used",
            world.Error(client => client.CopyImageAsync(Copy("us-east-1")), "eu-central-1"));
        Assert.Equal(
            $"InvalidAMIID.NotFound 400: The image id '[{pending}]' does not exist",
            world.Error(client => client.CopyImageAsync(Copy("eu-central-1")), "eu-central-1"));
    }

    [Fact]
    public void A_repeated_request_with_the_same_token_is_the_same_copy()
    {
        var world = new World();
        CopyImageRequest Copy(string name) =>
            new() { SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", Name = name, ClientToken = "r1-us-east-1" };

        var first = world.Run(client => client.CopyImageAsync(Copy("base-copy"))).ImageId;
        var again = world.Run(client => client.CopyImageAsync(Copy("base-copy"))).ImageId;
        var elsewhere = world.Run(client => client.CopyImageAsync(Copy("base-copy")), "eu-central-1").ImageId;

        Assert.Equal(first, again);
        Assert.NotEqual(first, elsewhere);
        Assert.Equal(
            "IdempotentParameterMismatch 400: The client token that you have provided is already in use with different request parameters.",
            world.Error(client => client.CopyImageAsync(Copy("another"))));
        Assert.Equal([first], world.Cloud.Inspect().Regions["us-east-1"].Images.Select(image => image.Id));
    }

    [Fact]
    public void Names_are_unique_for_CreateImage_but_not_for_CopyImage()
    {
        var world = new World();
        var id = world.Run(client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" })).ImageId;
        CopyImageRequest Copy() => new() { SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", Name = "web-1" };

        Assert.Equal(
            $"InvalidAMIName.Duplicate 400: AMI name web-1 is already in use by AMI {id}",
            world.Error(client => client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" })));
        world.Run(client => client.CopyImageAsync(Copy()));
        world.Run(client => client.CopyImageAsync(Copy()));

        Assert.Equal(["web-1", "web-1", "web-1"], world.Cloud.Inspect().Regions["us-east-1"].Images.Select(image => image.Name));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(true, null, "managed")]
    [InlineData(true, "alias/ami", "customer")]
    public void A_copy_is_encrypted_as_asked(bool? encrypted, string? kmsKeyId, string? expected)
    {
        var world = new World();
        var snapshot = world.Run(async client =>
        {
            await client.CopyImageAsync(new()
            {
                SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", Name = "base-copy", Encrypted = encrypted, KmsKeyId = kmsKeyId,
            });
            return (await world.Until(
                async () => await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"] }), found => found.Snapshots?.Count > 0)).Snapshots[0];
        });

        Assert.Equal(expected is not null, snapshot.Encrypted);
        Assert.Equal(expected is not null, snapshot.KmsKeyId?.StartsWith("arn:aws:kms:us-east-1:123456789012:key/", StringComparison.Ordinal) ?? false);
        var managed = World.SmallAccount.Replace("\"sizeGiB\": 30", "\"sizeGiB\": 30, \"encrypted\": true", StringComparison.Ordinal);
        var managedArn = new World(managed).Cloud.Inspect().Regions["us-east-1"].Volumes[0].KmsKeyId;
        Assert.Equal(expected == "managed", snapshot.KmsKeyId == managedArn);
    }

    [Fact]
    public void A_key_of_another_Region_makes_the_copy_fail_later_and_not_at_once()
    {
        var world = new World();
        var image = world.Run(async client =>
        {
            var copy = await client.CopyImageAsync(new()
            {
                SourceRegion = "eu-central-1",
                SourceImageId = "ami-0a1b2c3d4e5f60003",
                Name = "base-copy",
                Encrypted = true,
                KmsKeyId = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555",
            });
            return await world.Available(client, copy.ImageId);
        });

        Assert.Equal(("failed", "Copy image failed with an internal error"), (image.State.Value, image.StateReason.Message));
        Assert.Equal(["error"], world.Cloud.Inspect().Regions["us-east-1"].Snapshots.Select(snapshot => snapshot.State));
    }

    [Fact]
    public void CopyImageTags_brings_the_tags_along_and_the_requests_own_go_before()
    {
        var world = new World();
        world.Run(async client =>
        {
            var source = await world.NewImage();
            await client.CreateTagsAsync(new() { Resources = [source.ImageId], Tags = [new("Role", "web"), new("Stage", "test")] });
            return await client.CopyImageAsync(new()
            {
                SourceRegion = "us-east-1",
                SourceImageId = source.ImageId,
                Name = "copy",
                CopyImageTags = true,
                TagSpecifications = [new() { ResourceType = "image", Tags = [new("Stage", "prod")] }],
            });
        });

        Assert.Equal(
            [new("Role", "web"), new KeyValuePair<string, string>("Stage", "prod")], world.Cloud.Inspect().Regions["us-east-1"].Images[1].Tags);
    }

    [Fact]
    public void A_time_based_copy_keeps_its_time()
    {
        var world = new World();
        var minutes = world.Run(async client =>
        {
            var copy = await client.CopyImageAsync(new()
            {
                SourceRegion = "eu-central-1", SourceImageId = "ami-0a1b2c3d4e5f60003", Name = "base-copy", SnapshotCopyCompletionDurationMinutes = 15,
            });
            await world.Available(client, copy.ImageId);
            var snapshot = (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { OwnerIds = ["self"] })).Snapshots[0];
            Assert.Equal((15, "time-based"), (snapshot.CompletionDurationMinutes!.Value, snapshot.TransferType.Value));
            return world.Clock.Elapsed.TotalMinutes;
        });

        Assert.InRange(minutes, 7, 15);
    }
}
