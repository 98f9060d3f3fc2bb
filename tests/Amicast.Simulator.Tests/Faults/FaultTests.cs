using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public void Throttle_refuses_the_call_without_effect()
    {
        var world = new World(faults: """{"faults":[{"kind":"throttle","operation":"Create*"}]}""");

        Assert.Equal("RequestLimitExceeded 503: Request limit exceeded.", world.Error(Create));
        Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Images);
        Assert.NotNull(world.Run(client => client.DescribeRegionsAsync()).Regions);
        Assert.Equal([("CreateImage", "RequestLimitExceeded", FaultKind.Throttle), ("DescribeRegions", "ok", null)], Calls(world));
    }

    [Fact]
    public void ServerError_refuses_the_call_now_one_way_and_now_the_other()
    {
        var world = new World(faults: """{"faults":[{"kind":"serverError"}]}""");
        var errors = Enumerable.Range(0, 20).Select(_ => world.Error(Create)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            ["InternalError 500: An internal error has occurred", "Unavailable 503: The service is unavailable. Please try again shortly."], errors);
        Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Images);
        Assert.Equal(new Dictionary<FaultKind, int> { [FaultKind.ServerError] = 20 }, world.Cloud.FaultsStruck);
    }

    [Fact]
    public void LostAnswer_carries_the_call_out_and_breaks_the_connection()
    {
        var world = new World(faults: """{"faults":[{"kind":"lostAnswer","count":1}]}""");

        Assert.Throws<HttpRequestException>(() => world.Clock.Run(() => Create(world.Client())));
        Assert.StartsWith("InvalidAMIName.Duplicate 400", world.Error(Create), StringComparison.Ordinal);
        Assert.Equal([("CreateImage", "ok", FaultKind.LostAnswer), ("CreateImage", "InvalidAMIName.Duplicate", null)], Calls(world));
    }

    [Theory]
    [InlineData("hangBefore", 60, 0)]
    [InlineData("hangAfter", 60, 1)]
    [InlineData("late", 60, 0)]
    [InlineData("late", 120, 1)]
    public void A_hanging_call_never_answers_and_takes_effect_by_its_kind(string kind, int seconds, int images)
    {
        var world = new World(faults: $$"""{"faults":[{"kind":"{{kind}}","operation":"CreateImage"}]}""");
        world.Clock.Run(async () =>
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), world.Clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create(world.Client(), patience.Token));
            await world.Wait(TimeSpan.FromSeconds(seconds - 30));
        });

        Assert.Equal(images, world.Cloud.Inspect().Regions["us-east-1"].Images.Count);
    }

    [Fact]
    public void A_hanging_call_without_a_deadline_leaves_its_world_with_nothing_to_wait_for()
    {
        var world = new World(faults: """{"faults":[{"kind":"hangAfter"}]}""");

        Assert.Contains("Nothing left to wait for", Assert.Throws<InvalidOperationException>(() => world.Clock.Run(() => Create(world.Client()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegionDown_refuses_connections_to_that_Region_in_its_window()
    {
        var world = new World(faults: """{"faults":[{"kind":"regionDown","region":"us-*","fromMinutes":10,"untilMinutes":20}]}""");
        string Look(string region)
        {
            try
            {
                world.Run(client => client.DescribeRegionsAsync(), region);
                return "up";
            }
            catch (HttpRequestException)
            {
                return "down";
            }
        }

        var looks = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            looks.Add($"{Look("us-east-1")} {Look("eu-central-1")}");
            world.Clock.Run(() => world.Wait(TimeSpan.FromMinutes(10)));
        }

        Assert.Equal(["up up", "down up", "up up"], looks);
    }

    [Fact]
    public void A_window_with_a_period_opens_again_in_each()
    {
        var world = new World(faults: """{"faults":[{"kind":"throttle","everyMinutes":60,"fromMinutes":5,"untilMinutes":10}]}""");
        var struck = new List<int>();
        world.Clock.Run(async () =>
        {
            for (var minute = 1; minute <= 150; minute++)
            {
                await world.Wait(TimeSpan.FromMinutes(minute) - world.Clock.Elapsed);
                try
                {
                    await world.Client().DescribeRegionsAsync();
                }
                catch (AmazonEC2Exception)
                {
                    struck.Add(minute);
                }
            }
        });

        Assert.Equal([5, 6, 7, 8, 9, 65, 66, 67, 68, 69, 125, 126, 127, 128, 129], struck);
    }

    [Theory]
    [InlineData("RequestLimitExceeded 503: Request limit exceeded.")]
    [InlineData("Throttling 400: Rate exceeded")]
    [InlineData("ThrottlingException 400: Rate exceeded")]
    [InlineData("InternalError 500: An internal error has occurred")]
    [InlineData("Unavailable 503: The service is unavailable. Please try again shortly.")]
    [InlineData("InsufficientInstanceCapacity 500: There is not enough capacity to fulfill the request. Please try again later.")]
    [InlineData("IncorrectState 400: The resource is not in a valid state for this operation.")]
    [InlineData("IncorrectInstanceState 400: The instance is not in a valid state for this operation.")]
    [InlineData("ResourceLimitExceeded 400: Too many snapshot copies in progress. Wait until some of them have completed.")]
    [InlineData("ConcurrentTagAccess 400: Another request is changing the tags of the resource. Please try again.")]
    [InlineData("ConcurrentCreateImageNoRebootLimitExceeded 400: Too many CreateImage requests without a reboot are in progress for the instance.")]
    [InlineData("ConcurrentSnapshotLimitExceeded 400: Too many snapshots of the volume are in progress.")]
    [InlineData("PendingSnapshotLimitExceeded 400: Too many snapshots are pending.")]
    [InlineData("SnapshotCreationPerVolumeRateExceeded 400: Snapshots of the volume are created too fast. Wait at least 15 seconds between them.")]
    public void Error_refuses_the_call_with_its_code_and_without_effect(string expected)
    {
        var code = expected.Split(' ')[0];
        var world = new World(faults: $$"""{"faults":[{"kind":"error","code":"{{code}}","count":1}]}""");

        Assert.Equal(expected, world.Error(Create));
        Assert.Empty(world.Cloud.Inspect().Regions["us-east-1"].Images);
        Assert.NotNull(world.Run(Create).ImageId);
        Assert.Equal([("CreateImage", code, FaultKind.Error), ("CreateImage", "ok", null)], Calls(world));
    }

    [Fact]
    public void NotFoundAfterCreation_shows_id_listing_and_tags_each_in_its_own_time()
    {
        var world = new World(faults: """{"faults":[{"kind":"notFoundAfterCreation"}]}""");
        var (byId, listed, tagged) = world.Run(async client =>
        {
            var id = (await client.CreateImageAsync(new()
            {
                InstanceId = World.InstanceId, Name = "web-1", TagSpecifications = [new() { ResourceType = "image", Tags = [new("a", "b")] }],
            })).ImageId;
            var start = world.Clock.Elapsed;
            var seen = new Dictionary<string, double>();
            for (var i = 0; i < 130; i++)
            {
                var found = await Find(client, new() { ImageIds = [id] });
                var named = await Find(client, new() { Filters = [new("name", ["web-1"])] });
                var now = (world.Clock.Elapsed - start).TotalSeconds;
                seen.TryAdd(found is null ? "not found" : "by id", now);
                seen.TryAdd(named is null ? "not listed" : "listed", now);
                seen.TryAdd((found ?? named)?.Tags is null ? "untagged" : "tagged", now);
                await world.Wait(TimeSpan.FromMilliseconds(400));
            }

            Assert.StartsWith("InvalidAMIName.Duplicate", (await Assert.ThrowsAsync<AmazonEC2Exception>(() => Create(client))).ErrorCode, StringComparison.Ordinal);
            return (seen["by id"], seen["listed"], seen["tagged"]);
        });

        Assert.InRange(byId, 1, 61);
        Assert.InRange(listed, 1, 61);
        Assert.InRange(tagged, 1, 61);
        Assert.Equal(3, new HashSet<double> { byId, listed, tagged }.Count);
    }

    [Theory]
    [InlineData("imageFails", "failed error")]
    [InlineData("neverCompletes", "pending pending")]
    public void An_image_that_is_struck_fails_or_stays_pending_for_ever(string kind, string expected)
    {
        var world = new World(faults: $$"""{"faults":[{"kind":"{{kind}}","operation":"CopyImage","region":"eu-central-1"}]}""");
        world.Run(async _ =>
        {
            var source = await world.NewImage();
            Assert.Equal("available", source.State);
            await world.Client("eu-central-1").CopyImageAsync(new() { SourceRegion = "us-east-1", SourceImageId = source.ImageId, Name = "copy" });
            await world.Wait(TimeSpan.FromDays(1));
            return source;
        });

        var region = world.Cloud.Inspect().Regions["eu-central-1"];
        var (image, snapshots) = (region.Images[^1], region.Snapshots.Skip(1).ToList());
        Assert.Equal([expected, expected], snapshots.Select(snapshot => $"{image.State} {snapshot.State}"));
        Assert.Equal(kind == "imageFails" ? "Copy image failed with an internal error" : null, image.StateReason);
        Assert.DoesNotContain(snapshots, snapshot => snapshot.Progress is "100%" or "");
    }

    [Fact]
    public void NoCapacity_refuses_the_launch()
    {
        var world = new World(faults: """{"faults":[{"kind":"noCapacity","count":1}]}""");
        Func<AmazonEC2Client, Task> launch = client => Launch(client);

        Assert.StartsWith("InsufficientInstanceCapacity 500: We currently do not have sufficient t3.micro capacity", world.Error(launch, "eu-central-1"), StringComparison.Ordinal);
        Assert.Empty(world.Cloud.Inspect().Regions["eu-central-1"].Instances);
        world.Run(Launch, "eu-central-1");
        Assert.Single(world.Cloud.Inspect().Regions["eu-central-1"].Instances);
    }

    [Theory]
    [InlineData("terminated", "terminated not-applicable Client.InternalError: Client error on launch")]
    [InlineData("impaired", "running impaired ")]
    public void An_instance_that_is_struck_dies_or_stays_impaired(string outcome, string expected)
    {
        var world = new World(faults: $$"""{"faults":[{"kind":"instanceFails","outcome":"{{outcome}}"}]}""");
        world.Run(
            async client =>
            {
                var launched = await Launch(client);
                Assert.Equal("pending", launched.Reservation.Instances[0].State.Name);
                await world.Wait(TimeSpan.FromMinutes(6));
                return launched;
            },
            "eu-central-1");

        var instance = world.Cloud.Inspect().Regions["eu-central-1"].Instances.Single();
        Assert.Equal(expected, $"{instance.State} {instance.InstanceStatus} {instance.StateReason}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void FromProbability_strikes_as_often_as_asked_half_of_it_with_throttles(double probability)
    {
        const int calls = 400;
        var world = new World(plan: FaultPlan.FromProbability(probability));
        world.Clock.Run(async () =>
        {
            for (var i = 0; i < calls; i++)
            {
                try
                {
                    await world.Client().DescribeRegionsAsync();
                }
                catch (Exception e) when (e is AmazonEC2Exception or HttpRequestException)
                {
                    // Struck: counted by the cloud.
                }
            }
        });

        var struck = world.Cloud.FaultsStruck;
        var slack = probability * calls / 8;
        foreach (var (kind, share) in new[] { (FaultKind.Throttle, 0.5), (FaultKind.ServerError, 0.25), (FaultKind.LostAnswer, 0.25) })
        {
            Assert.InRange(struck.GetValueOrDefault(kind), (share * probability * calls) - slack, (share * probability * calls) + slack);
        }
    }

    private static async Task<CreateImageResponse> Create(AmazonEC2Client client) => await Create(client, CancellationToken.None);

    private static async Task<CreateImageResponse> Create(AmazonEC2Client client, CancellationToken cancellation) =>
        await client.CreateImageAsync(new() { InstanceId = World.InstanceId, Name = "web-1" }, cancellation);

    private static async Task<RunInstancesResponse> Launch(AmazonEC2Client client) =>
        await client.RunInstancesAsync(new() { ImageId = "ami-0a1b2c3d4e5f60003", InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1 });

    private static async Task<Image?> Find(AmazonEC2Client client, DescribeImagesRequest request)
    {
        try
        {
            return (await client.DescribeImagesAsync(request)).Images?[0];
        }
        catch (AmazonEC2Exception e) when (e.ErrorCode == "InvalidAMIID.NotFound")
        {
            return null;
        }
    }

    private static IEnumerable<(string, string, FaultKind?)> Calls(World world) => world.Cloud.Calls.Select(call => (call.Operation, call.Outcome, call.Fault));
}
