using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Tests.Events;

/// <summary>Which events come, when and how often: only what is really so is told, and faults of events strike.</summary>
public sealed class EventDeliveryTests
{
    private const string Frankfurt = "eu-central-1";
    private const string BaseImage = "ami-0a1b2c3d4e5f60003";
    private readonly Listener _listener = new();

    [Fact]
    public void An_image_that_was_deregistered_before_it_was_available_is_never_told_available()
    {
        var world = new World(events: _listener);
        Work(world, async client =>
        {
            var id = (await Copy(client)).ImageId;
            await client.DeregisterImageAsync(new DeregisterImageRequest { ImageId = id });
        });

        Assert.Equal(["EC2 AMI State Change: deregistered", "EBS Snapshot Notification: succeeded"], _listener.Kinds);
    }

    [Fact]
    public void Snapshots_that_were_deleted_before_their_end_have_no_event()
    {
        var world = new World(events: _listener);
        Work(world, async client =>
        {
            var alone = await client.CreateSnapshotAsync(new() { VolumeId = "vol-0123456789abcdef0" });
            await world.Wait(TimeSpan.FromSeconds(20));
            var together = await client.CreateSnapshotsAsync(new() { InstanceSpecification = new() { InstanceId = World.InstanceId } });
            await client.DeleteSnapshotAsync(new DeleteSnapshotRequest { SnapshotId = alone.Snapshot.SnapshotId });
            await client.DeleteSnapshotAsync(new DeleteSnapshotRequest { SnapshotId = together.Snapshots[0].SnapshotId });
        });

        Assert.Empty(_listener.Documents);
    }

    [Fact]
    public void What_never_completes_has_no_event()
    {
        var world = new World(events: _listener, faults: """{"faults":[{"kind":"neverCompletes"}]}""");
        Work(world, Copy);

        Assert.Empty(_listener.Documents);
    }

    [Fact]
    public void An_instance_that_is_terminated_while_it_boots_is_never_told_running()
    {
        // Whether it is terminated before or after it would have run depends on the seed.
        for (var seed = 1; seed <= 20; seed++)
        {
            _listener.Events.Clear();
            var world = new World(events: _listener, seed: seed);
            Work(world, async client => await client.TerminateInstancesAsync(new() { InstanceIds = [await Launch(client)] }), Frankfurt);

            Assert.Equal(["pending", "shutting-down", "terminated"], States());
        }
    }

    [Theory]
    [InlineData("terminated", "pending", "shutting-down", "terminated")]
    [InlineData("impaired", "pending", "running")]
    public void An_instance_that_a_fault_strikes_tells_what_becomes_of_it(string outcome, params string[] expected)
    {
        // With this seed it dies before it would run.
        var world = new World(events: _listener, faults: $$"""{"faults":[{"kind":"instanceFails","outcome":"{{outcome}}"}]}""", seed: 3);
        Work(world, Launch, Frankfurt);

        Assert.Equal(expected, States());
    }

    [Fact]
    public void The_instances_of_a_fleet_tell_their_states_from_launch_to_deletion()
    {
        var world = new World(events: _listener);
        Work(
            world,
            async client =>
            {
                var fleet = await client.CreateFleetAsync(new()
                {
                    Type = FleetType.Instant,
                    TargetCapacitySpecification = new() { TotalTargetCapacity = 1 },
                    LaunchTemplateConfigs = [new() { LaunchTemplateSpecification = new() { LaunchTemplateName = "web", Version = "2" } }],
                });
                await world.Wait(TimeSpan.FromMinutes(2));
                await client.DeleteFleetsAsync(new() { FleetIds = [fleet.FleetId], TerminateInstances = true });
            },
            Frankfurt);

        Assert.Equal(["pending", "running", "shutting-down", "terminated"], States());
    }

    [Fact]
    public void Another_accounts_events_are_told_as_its_own()
    {
        const string other = "111122223333";
        var world = new World(
            $$"""
            { "accountId": "123456789012", "regions": [{ "name": "us-east-1" }],
              "otherAccounts": [{ "accountId": "{{other}}", "accessKeyIds": ["AKIDEXAMPLE"], "regions": [{ "name": "us-east-1", "instances": [
                { "instanceId": "{{World.InstanceId}}", "instanceType": "t3.micro", "volumes": [{ "device": "/dev/xvda", "volumeId": "vol-0123456789abcdef0", "sizeGiB": 8 }] }] }] }] }
            """,
            events: _listener);
        Work(world, client => client.StopInstancesAsync(new() { InstanceIds = [World.InstanceId] }));

        Assert.Equal(
            [(other, $"arn:aws:ec2:us-east-1:{other}:instance/{World.InstanceId}"), (other, $"arn:aws:ec2:us-east-1:{other}:instance/{World.InstanceId}")],
            _listener.Events.Select(one => (one.Account, one.Resources[0])));
    }

    [Theory]
    [InlineData(""" "kind":"eventLost","operation":"CopyImage" """)]
    [InlineData(""" "kind":"eventLost","detailType":"E*","region":"eu-*" """, "EBS Snapshot Notification: succeeded", "EC2 AMI State Change: available")]
    [InlineData(""" "kind":"eventLost","detailType":"EC2 AMI*" """, "EBS Snapshot Notification: succeeded")]
    [InlineData(""" "kind":"eventLost","count":1 """, "EC2 AMI State Change: available")]
    [InlineData(""" "kind":"eventLost","operation":"RunInstances" """, "EBS Snapshot Notification: succeeded", "EC2 AMI State Change: available")]
    [InlineData(
        """ "kind":"eventTwice","detailType":"EC2 AMI*" """, "EBS Snapshot Notification: succeeded", "EC2 AMI State Change: available",
        "EC2 AMI State Change: available")]
    [InlineData(""" "kind":"eventLate","detailType":"EBS*","delaySeconds":600 """, "EC2 AMI State Change: available", "EBS Snapshot Notification: succeeded")]
    public void Faults_lose_delay_and_double_events_by_their_cause_detail_type_and_Region(string rule, params string[] expected)
    {
        var world = new World(events: _listener, faults: $$"""{"faults":[{ {{rule}} }]}""");
        Work(world, Copy);

        Assert.Equal(expected, _listener.Kinds);
        Assert.Equal(_listener.Documents.Distinct().Count(), _listener.Events.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public void A_late_event_keeps_the_time_at_which_it_happened()
    {
        (double Arrived, double Happened) Run(string? faults)
        {
            var listener = new Timing();
            var world = new World(events: listener, faults: faults);
            listener.Clock = world.Clock;
            Work(world, Copy);
            return listener.Last;
        }

        var (usual, late) = (Run(null), Run("""{"faults":[{"kind":"eventLate","delaySeconds":600}]}"""));

        Assert.Equal((usual.Happened, usual.Happened), (usual.Arrived, late.Happened));
        Assert.Equal(600, late.Arrived - late.Happened, tolerance: 0.001);
    }

    [Fact]
    public void Listening_changes_nothing_of_what_happens()
    {
        (DateTimeOffset, string, string)[] Run(Listener? listener)
        {
            var world = new World(events: listener, plan: FaultPlan.FromProbability(0.2));
            world.Clock.Run(async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    try
                    {
                        await Copy(world.Client());
                    }
                    catch (Exception error) when (error is AmazonEC2Exception or HttpRequestException)
                    {
                        // Struck: written down by the cloud.
                    }

                    await world.Wait(TimeSpan.FromMinutes(5));
                }
            });
            return [.. world.Cloud.Calls.Select(call => (call.At, call.Operation, call.Outcome))];
        }

        Assert.Equal(Run(null), Run(_listener));
        Assert.NotEmpty(_listener.Documents);
    }

    private IEnumerable<string> States() => _listener.Events.Select(one => one.Detail["state"]!.GetValue<string>());

    private static void Work(World world, Func<IAmazonEC2, Task> work, string region = "us-east-1") => world.Clock.Run(async () =>
    {
        await work(world.Client(region));
        await world.Wait(TimeSpan.FromHours(2));
    });

    private static Task<CopyImageResponse> Copy(IAmazonEC2 client) =>
        client.CopyImageAsync(new() { SourceRegion = Frankfurt, SourceImageId = BaseImage, Name = "copy" });

    private static async Task<string> Launch(IAmazonEC2 client) => (await client.RunInstancesAsync(new()
    {
        ImageId = BaseImage, InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1,
    })).Reservation.Instances[0].InstanceId;

    private sealed class Timing : Simulator.Events.ICloudEvents
    {
        internal TimeProvider? Clock { get; set; }

        internal (double Arrived, double Happened) Last { get; private set; }

        public void Publish(Simulator.Events.CloudEvent cloudEvent) =>
            Last = (Clock!.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0, cloudEvent.Time.ToUnixTimeMilliseconds() / 1000.0);
    }
}
