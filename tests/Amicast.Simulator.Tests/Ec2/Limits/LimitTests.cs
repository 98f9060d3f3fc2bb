using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Simulator.Tests.Ec2.Limits;

public sealed class LimitTests
{
    private const string Base = "ami-0a1b2c3d4e5f60003";
    private const string Snapshot = "snap-0a1b2c3d4e5f60003";
    private const string Frankfurt = "eu-central-1";
    private const string Throttled = "RequestLimitExceeded 503: Request limit exceeded.";

    public static TheoryData<string, int, Func<AmazonEC2Client, Task>> Buckets => new()
    {
        { "Describe, by id", 100, c => c.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new("tag:a", ["b"])] }) },
        { "Describe, unfiltered", 50, c => c.DescribeInstancesAsync(new DescribeInstancesRequest()) },
        { "Get", 100, c => c.GetEbsDefaultKmsKeyIdAsync(new()) },
        { "mutating", 50, c => c.DisableImageDeprecationAsync(new() { ImageId = Base }) },
        { "ModifyImageAttribute", 100, c => c.ModifyImageAttributeAsync(new() { ImageId = Base, Description = "x" }) },
        { "RunInstances", 5, c => c.RunInstancesAsync(new(Base, 1, 1) { InstanceType = InstanceType.T3Small }) },
        { "RunInstances, by instances", 1, c => c.RunInstancesAsync(new(Base, 1, 600) { InstanceType = InstanceType.T3Small }) },
        { "CreateTags", 100, c => c.CreateTagsAsync(new() { Resources = [Base], Tags = [new("a", "b")] }) },
    };

    [Theory]
    [MemberData(nameof(Buckets))]
    public void Requests_beyond_an_operations_bucket_are_throttled_until_it_has_refilled(string which, int most, Func<AmazonEC2Client, Task> request)
    {
        Assert.NotEmpty(which);
        var world = new World(latency: new(TimeSpan.Zero, TimeSpan.Zero));
        for (var i = 0; i < most; i++)
        {
            world.Clock.Run(() => request(world.Client(Frankfurt)));
        }

        Assert.Equal(Throttled, world.Error(request, Frankfurt));
        world.Clock.Run(() => world.Wait(TimeSpan.FromMinutes(10)));
        world.Clock.Run(() => request(world.Client(Frankfurt)));
    }

    [Fact]
    public void Buckets_are_each_Regions_own()
    {
        var world = new World(latency: new(TimeSpan.Zero, TimeSpan.Zero));
        for (var i = 0; i < 50; i++)
        {
            world.Run(client => client.DescribeInstancesAsync(new DescribeInstancesRequest()), Frankfurt);
        }

        world.Run(client => client.DescribeInstancesAsync(new DescribeInstancesRequest()));
        Assert.Equal(Throttled, world.Error(client => client.DescribeInstancesAsync(new DescribeInstancesRequest()), Frankfurt));
    }

    [Theory]
    [InlineData("""{ "requestThrottling": false }""", null)]
    [InlineData("""{ "requestRates": [{ "operation": "DescribeInstances", "bucket": 2, "refillPerSecond": 0 }] }""", Throttled)]
    public void The_account_document_says_what_is_throttled(string limits, string? expected)
    {
        var world = new World(World.WithLimits(limits), latency: new(TimeSpan.Zero, TimeSpan.Zero));
        string? Describe(int times)
        {
            for (var i = 1; i < times; i++)
            {
                world.Run(client => client.DescribeInstancesAsync(new DescribeInstancesRequest()));
            }

            return expected is null ? null : world.Error(client => client.DescribeInstancesAsync(new DescribeInstancesRequest()));
        }

        Assert.Equal(expected, Describe(expected is null ? 200 : 3));
    }

    [Fact]
    public void Snapshot_copies_beyond_the_limit_wait_for_others_to_end()
    {
        var world = new World(World.WithLimits("""{ "concurrentSnapshotCopies": 2 }"""));
        Task Copy(AmazonEC2Client client) => client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = Snapshot });
        const string Refused = "ResourceLimitExceeded 400: Too many snapshot copies in progress. The limit is 2 for this destination region.";

        world.Clock.Run(() => Copy(world.Client()));
        world.Run(client => client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = Base, Name = "copy" }));
        Assert.Equal(Refused, world.Error(Copy));
        Assert.Equal(Refused, world.Error(client => client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = Base, Name = "copy-2" })));
        world.Clock.Run(() => world.Wait(TimeSpan.FromHours(2)));
        world.Clock.Run(() => Copy(world.Client()));
    }

    [Fact]
    public void The_quota_of_copies_is_20_unless_said_otherwise()
    {
        var world = new World();
        Task Copy(AmazonEC2Client client) => client.CopySnapshotAsync(new() { SourceRegion = Frankfurt, SourceSnapshotId = Snapshot });
        for (var i = 0; i < 20; i++)
        {
            world.Clock.Run(() => Copy(world.Client()));
        }

        Assert.StartsWith("ResourceLimitExceeded", world.Error(Copy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "launchPermissions": 1 }""", "222233334444", "ResourceLimitExceeded 400: An image can be shared with at most 1 entities.")]
    [InlineData(
        """{ "publicImages": 0 }""", null,
        "ResourceLimitExceeded 400: You have reached your quota of 0 for the number of public images allowed in this Region. Deregister unused public images or request an increase.")]
    public void Sharing_beyond_a_quota_is_refused(string limits, string? user, string expected)
    {
        var world = new World(World.WithLimits(limits));
        Task Share(AmazonEC2Client client, LaunchPermission who) => client.ModifyImageAttributeAsync(new() { ImageId = Base, LaunchPermission = new() { Add = [who] } });

        world.Clock.Run(() => Share(world.Client(Frankfurt), new() { UserId = "111122223333" }));
        Assert.Equal(expected, world.Error(client => Share(client, user is null ? new() { Group = "all" } : new() { UserId = user }), Frankfurt));
        Assert.Equal(["111122223333"], world.Cloud.Inspect().Regions[Frankfurt].Images[0].LaunchPermissions);
    }
}
