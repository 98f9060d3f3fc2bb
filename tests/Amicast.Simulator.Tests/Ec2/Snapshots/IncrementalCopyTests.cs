using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Snapshots;

/// <summary>The first copy to a Region, or under a new key, carries everything; those after it only what changed.</summary>
public sealed class IncrementalCopyTests
{
    private const string Frankfurt = "eu-central-1";
    private static readonly TimeSpan AtLeastForAllData = TimeSpan.FromMinutes(9);

    [Fact]
    public void A_second_copy_is_incremental_and_one_under_another_key_is_full_again()
    {
        var world = new World(World.SmallAccount.Replace(
            "\"name\": \"eu-central-1\",", "\"name\": \"eu-central-1\", \"keys\": [{ \"aliases\": [\"alias/one\"] }, { \"aliases\": [\"alias/other\"] }],", StringComparison.Ordinal));

        var copies = world.Clock.Run(async () =>
        {
            var image = await world.NewImage();
            return new[]
            {
                ("first", await Copy(world, image.ImageId, null)),
                ("second", await Copy(world, image.ImageId, null)),
                ("under a key", await Copy(world, image.ImageId, "alias/one")),
                ("under the same key", await Copy(world, image.ImageId, "alias/one")),
                ("under another key", await Copy(world, image.ImageId, "alias/other")),
            };
        });

        Assert.Equal(
            [("first", true), ("second", false), ("under a key", true), ("under the same key", false), ("under another key", true)],
            copies.Select(copy => (copy.Item1, copy.Item2 >= AtLeastForAllData)));
    }

    [Fact]
    public void A_later_image_of_the_same_instance_copies_only_what_changed()
    {
        var world = new World();

        var (first, second) = world.Clock.Run(async () => (
            await Copy(world, (await world.NewImage("web-1")).ImageId, null),
            await Copy(world, (await world.NewImage("web-2")).ImageId, null)));

        Assert.Equal((true, false), (first >= AtLeastForAllData, second >= AtLeastForAllData));
    }

    [Fact]
    public void Without_the_most_recent_copy_the_next_one_is_full()
    {
        var world = new World();

        var second = world.Clock.Run(async () =>
        {
            var image = await world.NewImage();
            await Copy(world, image.ImageId, null);
            var client = world.Client(Frankfurt);
            var copy = world.Cloud.Inspect().Regions[Frankfurt].Images.Single(one => one.Name == "copy");
            await client.DeregisterImageAsync(new() { ImageId = copy.Id, DeleteAssociatedSnapshots = true });
            return await Copy(world, image.ImageId, null);
        });

        Assert.True(second >= AtLeastForAllData);
    }

    [Fact]
    public void A_second_snapshot_of_a_volume_is_quicker_than_its_first()
    {
        var world = new World();

        var (first, second) = world.Clock.Run(async () => (await Snapshot(world), await Snapshot(world)));

        Assert.True(second < first / 2, $"{first}, then {second}");
    }

    private static async Task<TimeSpan> Copy(World world, string imageId, string? key)
    {
        var client = world.Client(Frankfurt);
        var start = world.Clock.GetUtcNow();
        var copy = await client.CopyImageAsync(new()
        {
            SourceRegion = "us-east-1", SourceImageId = imageId, Name = "copy", Encrypted = key is null ? null : true, KmsKeyId = key,
        });
        await world.Available(client, copy.ImageId);
        return world.Clock.GetUtcNow() - start;
    }

    private static async Task<TimeSpan> Snapshot(World world)
    {
        var client = world.Client();
        var made = await client.CreateSnapshotAsync(new() { VolumeId = "vol-0123456789abcdef1" });
        var snapshot = await world.Until(
            async () => (await client.DescribeSnapshotsAsync(new DescribeSnapshotsRequest { SnapshotIds = [made.Snapshot.SnapshotId] })).Snapshots[0],
            seen => seen.State != SnapshotState.Pending);
        return snapshot.CompletionTime!.Value - snapshot.StartTime!.Value;
    }
}
