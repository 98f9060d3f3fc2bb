using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Faults;

/// <summary>Not found for a while after creation: by id, in lists, and with its tags, each in its own time, whatever was made.</summary>
public sealed class VisibilityFaultTests
{
    private const string Frankfurt = "eu-central-1";
    private const string Virginia = "us-east-1";
    private const string BaseImage = "ami-0a1b2c3d4e5f60003";
    private const string BaseSnapshot = "snap-0a1b2c3d4e5f60003";

    private static readonly Dictionary<string, (string Region, Func<IAmazonEC2, Task<string>> MakeAsync)> Creating = new()
    {
        ["CreateImage"] = (Virginia, async client =>
            (await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1", TagSpecifications = Tagged("image") })).ImageId),
        ["CopyImage"] = (Virginia, async client =>
            (await client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = BaseImage, Name = "web-1", TagSpecifications = Tagged("image") })).ImageId),
        ["RegisterImage"] = (Frankfurt, async client => (await client.RegisterImageAsync(new()
        {
            Name = "web-1", RootDeviceName = "/dev/xvda", TagSpecifications = Tagged("image"),
            BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { SnapshotId = BaseSnapshot } }],
        })).ImageId),
        ["CreateSnapshot"] = (Virginia, async client =>
            (await client.CreateSnapshotAsync(new() { VolumeId = "vol-0123456789abcdef0", TagSpecifications = Tagged("snapshot") })).Snapshot.SnapshotId),
        ["CreateSnapshots"] = (Virginia, async client => (await client.CreateSnapshotsAsync(new()
        {
            InstanceSpecification = new() { InstanceId = World.InstanceId }, TagSpecifications = Tagged("snapshot"),
        })).Snapshots[1].SnapshotId),
        ["CopySnapshot"] = (Virginia, async client => (await client.CopySnapshotAsync(new()
        {
            SourceRegion = Frankfurt, SourceSnapshotId = BaseSnapshot, TagSpecifications = Tagged("snapshot"),
        })).SnapshotId),
        ["CreateVolume"] = (Frankfurt, async client =>
            (await client.CreateVolumeAsync(new() { AvailabilityZone = "eu-central-1a", Size = 8, TagSpecifications = Tagged("volume") })).Volume.VolumeId),
        ["RunInstances"] = (Frankfurt, async client => (await client.RunInstancesAsync(new()
        {
            ImageId = BaseImage, InstanceType = InstanceType.T3Micro, MinCount = 2, MaxCount = 2, TagSpecifications = Tagged("instance"),
        })).Reservation.Instances[1].InstanceId),
        ["CreateFleet"] = (Frankfurt, async client => (await client.CreateFleetAsync(new()
        {
            Type = FleetType.Instant,
            TagSpecifications = Tagged("instance"),
            TargetCapacitySpecification = new() { TotalTargetCapacity = 1 },
            LaunchTemplateConfigs = [new() { LaunchTemplateSpecification = new() { LaunchTemplateName = "web", Version = "2" } }],
        })).Instances[0].InstanceIds[0]),
        ["CreateLaunchTemplate"] = (Frankfurt, async client => (await client.CreateLaunchTemplateAsync(new()
        {
            LaunchTemplateName = "other", LaunchTemplateData = new() { ImageId = BaseImage }, TagSpecifications = Tagged("launch-template"),
        })).LaunchTemplate.LaunchTemplateId),
    };

    public static TheoryData<string, int, int> Cases =>
        [.. Creating.Keys.SelectMany(operation => new[] { (operation, 20, 40), (operation, 40, 20) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_an_operation_makes_shows_by_id_in_lists_and_with_tags_as_the_rule_says(string operation, int listSeconds, int tagSeconds)
    {
        var (region, makeAsync) = Creating[operation];
        var world = new World(
            faults: $$"""
                {"faults":[{"kind":"notFoundAfterCreation","operation":"{{operation}}","idSeconds":5,"listSeconds":{{listSeconds}},"tagSeconds":{{tagSeconds}}}]}
                """,
            latency: new(TimeSpan.Zero, TimeSpan.Zero));
        var seen = world.Run(
            async client =>
            {
                var id = await makeAsync(client);
                var seen = new List<(int, bool, bool)>();
                foreach (var second in new[] { 0, 4, 5, 19, 20, 39, 40 })
                {
                    await world.Wait(TimeSpan.FromSeconds(second) - world.Clock.Elapsed);
                    seen.Add((second, await IsFoundAsync(client, id), await IsListedWithItsTagsAsync(client, id)));
                }

                return seen;
            },
            region);

        // DescribeTags lists what is listed and shows its tags: it takes both.
        Assert.Equal(
            [(0, false, false), (4, false, false), (5, true, false), (19, true, false), (20, true, false), (39, true, false), (40, true, true)], seen);
    }

    private static List<TagSpecification> Tagged(string kind) => [new() { ResourceType = kind, Tags = [new("Role", "web")] }];

    /// <summary>A dry run looks the resource up by its id and changes nothing.</summary>
    private static async Task<bool> IsFoundAsync(IAmazonEC2 client, string id)
    {
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.CreateTagsAsync(new() { Resources = [id], Tags = [new("a", "b")], DryRun = true }));
        Assert.True(error.ErrorCode == "DryRunOperation" || error.ErrorCode.EndsWith(".NotFound", StringComparison.Ordinal), error.ErrorCode);
        return error.ErrorCode == "DryRunOperation";
    }

    private static async Task<bool> IsListedWithItsTagsAsync(IAmazonEC2 client, string id) =>
        (await client.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new("resource-id", [id]), new("key", ["Role"])] })).Tags is { Count: > 0 };
}
