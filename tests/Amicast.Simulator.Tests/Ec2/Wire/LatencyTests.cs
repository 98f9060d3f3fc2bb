using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Tests.Ec2.Wire;

public sealed class LatencyTests
{
    [Fact]
    public void A_call_takes_time_before_and_after_its_effect()
    {
        var world = new World();
        var halves = new HashSet<TimeSpan>();
        for (var i = 0; i < 50; i++)
        {
            var start = world.Clock.GetUtcNow();
            world.Run(client => client.DescribeRegionsAsync());
            var (before, after) = (world.Cloud.Calls[^1].At - start, world.Clock.GetUtcNow() - world.Cloud.Calls[^1].At);
            Assert.InRange(before.TotalMilliseconds, 20, 120);
            Assert.InRange(after.TotalMilliseconds, 20, 120);
            halves.UnionWith([before, after]);
        }

        Assert.True(halves.Count > 20, "no two take the same time");
    }

    [Fact]
    public void A_cancelled_call_still_takes_effect()
    {
        var world = new World();
        var cancelledAt = TimeSpan.Zero;
        world.Clock.Run(async () =>
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(5), world.Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                world.Client().CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" }, cancellation.Token));
            cancelledAt = world.Clock.Elapsed;
            Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Images);
            await world.Wait(TimeSpan.FromSeconds(1));
        });

        Assert.Equal(TimeSpan.FromMilliseconds(5), cancelledAt);
        Assert.Equal(["web-1"], world.Cloud.Inspect().Regions["us-east-1"].Images.Select(image => image.Name));
    }

    [Fact]
    public void A_call_whose_token_was_cancelled_before_is_never_sent()
    {
        var world = new World();
        world.Clock.Run(async () =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                world.Client().CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" }, new CancellationToken(canceled: true)));
            await world.Wait(TimeSpan.FromSeconds(1));
        });

        Assert.Empty(world.Cloud.Calls);
    }

    [Fact]
    public void The_same_seed_gives_the_same_world_call_by_call()
    {
        Assert.Equal(Story(7), Story(7));
        Assert.NotEqual(Story(7), Story(8));
    }

    private static string Story(long seed)
    {
        var world = new World(seed: seed, plan: FaultPlan.FromProbability(0.2));
        world.Clock.Run(() => Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            for (var call = 0; call < 10; call++)
            {
                try
                {
                    await world.Client().CreateImageAsync(new() { InstanceId = World.InstanceId, Name = $"web-{i}-{call}" });
                }
                catch (Exception e) when (e is Amazon.EC2.AmazonEC2Exception or HttpRequestException or Amazon.Runtime.AmazonClientException)
                {
                    await world.Wait(TimeSpan.FromMilliseconds(100));
                }
            }
        })));
        var inventory = world.Cloud.Inspect().Regions["us-east-1"];
        return string.Join('\n', world.Cloud.Calls.Select(call => $"{call.At:O} {call.Operation} {call.Outcome} {call.Fault} {call.Parameters["Name"]}"))
            + string.Join('\n', inventory.Images.Select(image => $"{image.Id} {image.Name} {string.Join(',', image.SnapshotIds)}"));
    }
}
