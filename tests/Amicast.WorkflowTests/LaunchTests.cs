using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests;

/// <summary>Launches without a template, as a fleet, on Spot, and for verification alone: what is reported, and what is there.</summary>
public sealed class LaunchTests
{
    // The definition's Retry of passing trouble, and the Region client's own.
    private const int TriesOfAStep = 13;
    private const int TriesOfACall = 3;

    private static readonly string[] DeadStates = ["shutting-down", "terminated"];

    [Fact]
    public void A_launch_without_a_template_is_what_its_description_says()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Example("launch-without-template"));

        Assert.Equal(
            """
            us-east-1: no instances
            eu-central-1: running ok, running ok
            """,
            Shown(report));
        var region = rehearsal.Inspect().Regions["eu-central-1"];
        var run = Assert.Single(rehearsal.Account.Calls, call => call.Operation == "RunInstances");
        Assert.Equal("eu-central-1", run.Region);
        Assert.All(region.Instances, instance =>
        {
            Assert.Equal(("t3.small", null, "web"), (instance.InstanceType, instance.LaunchTemplateId, instance.Tags["Role"]));
            var volume = Assert.Single(region.Volumes, v => v.InstanceId == instance.Id);
            Assert.Equal((30, "run-1", "web"), (volume.SizeGiB, volume.Tags["amicast:run"], volume.Tags["Role"]));
        });
    }

    [Fact]
    public void A_Spot_fleet_is_launched_from_its_first_pool_and_tagged_at_creation()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Example("launch-fleet-spot"));

        Assert.Equal(
            """
            us-east-1: no instances
            eu-central-1: running initializing, running initializing, running initializing, running initializing
            ap-southeast-2: running initializing, running initializing, running initializing, running initializing
            """,
            Shown(report));
        Assert.All(Instances(rehearsal, "eu-central-1"), instance => Assert.Equal(
            ("m7i.large", "spot", "run-1", "LaunchInstances", 2L),
            (instance.InstanceType, instance.Tags["Capacity"], instance.Tags["amicast:run"], instance.Tags["amicast:step"], instance.LaunchTemplateVersion)));
        Assert.DoesNotContain(rehearsal.Account.Calls, call => call.Operation is "CreateTags" or "RunInstances");
    }

    [Theory]
    [InlineData(1, "SUCCEEDED", "running initializing, running initializing, running initializing; 3 of 4: m7i.large, m6i.large, c7i.large")]
    [InlineData(0, "FAILED", "no instances; LaunchInstances FleetIncomplete")]
    public void A_fleet_that_EC2_cannot_fill_is_reported_with_the_errors_of_its_pools(int room, string status, string expected)
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.NoCapacity) { Region = "eu-central-1", Room = room }));

        var end = rehearsal.Run(Example("launch-fleet-spot"));

        Assert.Equal(status, end.Status);
        Assert.Equal($"eu-central-1: {expected}", Shown(end.Report!).Split('\n')[1]);
        Assert.Equal(room * 3, Instances(rehearsal, "eu-central-1").Count);
    }

    [Fact]
    public void A_fleet_with_fewer_instances_than_minCount_fails_its_Region_and_the_report_lists_what_was_launched()
    {
        var request = Example("launch-fleet-spot").Replace("\"minCount\": 2", "\"minCount\": 4", StringComparison.Ordinal);

        var region = new Rehearsal(faults: Faults(new FaultRule(FaultKind.NoCapacity) { Region = "eu-central-1", Room = 1 })).Report(request).Regions[1];

        Assert.Equal(("LaunchInstances", "FleetIncomplete"), (region.Failure!.Step, region.Failure.Error));
        Assert.Matches(
            "^The fleet launched 3 of 4 instances, and 4 are needed: m7i.large: InsufficientInstanceCapacity: .*; m6i.large: .*; c7i.large: InsufficientInstanceCapacity: ",
            region.Failure.Message);
        Assert.Equal(3, region.Instances.Count);
    }

    [Fact]
    public void A_Spot_interruption_during_verification_fails_the_Region_and_the_report_says_so()
    {
        var request = Example("launch-fleet-spot").Replace("\"verify\": \"running\"", "\"verify\": \"statusOk\"", StringComparison.Ordinal);

        var report = new Rehearsal(faults: Faults(new FaultRule(FaultKind.InstanceFails) { Region = "eu-central-1" })).Report(request);

        Assert.Equal(("CheckInstances", "InstanceFailed"), (report.Regions[1].Failure!.Step, report.Regions[1].Failure!.Error));
        Assert.EndsWith(": Server.SpotInstanceTermination: Spot instance termination.", report.Regions[1].Failure!.Message, StringComparison.Ordinal);
        Assert.True(report.Regions[2].Succeeded);
    }

    [Fact]
    public void A_verification_launch_leaves_nothing_alive_and_the_report_says_what_it_came_to()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Example("verify-only"));

        Assert.Equal(RunState.Succeeded, report.State);
        Assert.All(report.Regions, region =>
        {
            Assert.Contains(Assert.Single(region.Instances).State, DeadStates);
            Assert.Null(region.Instances[0].Status);
            Assert.Equivalent(new ReportedLaunch(Verified: true, Asked: 1, Terminated: true, []), region.Launch);
        });
        Assert.Empty(Alive(rehearsal));
    }

    [Fact]
    public void A_verification_launch_that_fails_leaves_nothing_alive_either()
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.InstanceFails) { Region = "eu-central-1", Impaired = true }));

        var report = rehearsal.Report(Example("verify-only"));

        Assert.Equal((RunState.Partial, "CheckInstances", "VerificationFailed"), (report.State, report.Regions[1].Failure?.Step, report.Regions[1].Failure?.Error));
        Assert.Matches("^20 minutes after the launch: i-[0-9a-f]{17} is running, status impaired\\.$", report.Regions[1].Failure!.Message);
        Assert.Single(Instances(rehearsal, "eu-central-1"));
        Assert.Empty(Alive(rehearsal));
    }

    [Fact]
    public void What_a_launch_that_failed_half_way_made_is_terminated_too()
    {
        var request = Example("launch-fleet-spot").Replace("\"minCount\": 2", "\"minCount\": 4", StringComparison.Ordinal)
            .Replace("\"verify\":", "\"keep\": false, \"verify\":", StringComparison.Ordinal);
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.NoCapacity) { Region = "eu-central-1", Room = 1 }));

        var report = rehearsal.Report(request);

        Assert.Equal(("LaunchInstances", "FleetIncomplete"), (report.Regions[1].Failure?.Step, report.Regions[1].Failure?.Error));
        Assert.Equal(3, Instances(rehearsal, "eu-central-1").Count);
        Assert.Empty(Alive(rehearsal));
    }

    [Fact]
    public void What_a_killed_launch_made_and_could_never_record_is_terminated_too()
    {
        // Every try of RunInstances goes through and is never answered; then looking fails until the retries are used up.
        var killed = new FaultRule(FaultKind.HangAfter) { Operation = "RunInstances", Region = "eu-central-1", Count = TriesOfACall };
        var blind = new FaultRule(FaultKind.Throttle)
        {
            Operation = "DescribeInstances", Region = "eu-central-1", From = LaunchedAfter(killed), Count = TriesOfAStep * TriesOfACall,
        };
        var rehearsal = new Rehearsal(faults: Faults(killed, blind));

        var report = rehearsal.Report(Example("verify-only"));

        Assert.Equal(("LaunchInstances", "Throttled"), (report.Regions[1].Failure?.Step, report.Regions[1].Failure?.Error));
        Assert.Single(Instances(rehearsal, "eu-central-1"));
        Assert.Empty(Alive(rehearsal));
    }

    [Fact]
    public void A_verification_ends_at_the_time_that_the_request_gives_it()
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.InstanceFails) { Region = "eu-central-1", Impaired = true }));
        var request = Example("verify-only").Replace("\"keep\"", "\"verifyWithinMinutes\": 45, \"keep\"", StringComparison.Ordinal);

        Assert.StartsWith("45 minutes after the launch: i-", rehearsal.Report(request).Regions[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("launch-without-template", 2)]
    [InlineData("launch-fleet-spot", 4)]
    [InlineData("verify-only", 0)]
    public void A_lost_answer_and_steps_delivered_twice_make_no_twins(string example, int alive)
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var own = seed;
            var faults = Faults(
                new FaultRule(FaultKind.LostAnswer) { Operation = "RunInstances", Probability = 0.5 },
                new FaultRule(FaultKind.LostAnswer) { Operation = "CreateFleet", Probability = 0.5 },
                new FaultRule(FaultKind.LostAnswer) { Operation = "TerminateInstances", Probability = 0.5 },
                new FaultRule(FaultKind.NotFoundAfterCreation) { Probability = 0.5 });
            var rehearsal = new Rehearsal(seed, faults: faults, around: (steps, clock) => new EveryStepTwice(steps, clock, new Chance(own)));

            var report = rehearsal.Report(Example(example));

            Assert.Equal((seed, RunState.Succeeded), (seed, report.State));
            Assert.Equal((seed, alive), (seed, Alive(rehearsal).Count(i => i.Region == "eu-central-1")));
        }
    }

    [Theory]
    [InlineData("launch-without-template")]
    [InlineData("launch-fleet-spot")]
    [InlineData("verify-only")]
    public void The_same_seed_gives_the_same_report(string example) =>
        Assert.Equal(Json(new Rehearsal(seed: 7).Report(Example(example))), Json(new Rehearsal(seed: 7).Report(Example(example))));

    // From the start of the same run, without anybody blind.
    private static TimeSpan LaunchedAfter(FaultRule killed)
    {
        var rehearsal = new Rehearsal(faults: Faults(killed));
        var startedAt = rehearsal.Report(Example("verify-only")).StartedAt!.Value;
        return rehearsal.Account.Calls.First(call => call is { Operation: "RunInstances", Region: "eu-central-1" }).At - startedAt;
    }

    private static string Example(string name) => Tests.Repository.Read($"examples/{name}.json");

    private static string Json(Report report) => System.Text.Json.JsonSerializer.Serialize(report, AmicastJson.Default.Report);

    private static FaultPlan Faults(params FaultRule[] rules) => new(rules);

    private static List<InventoryInstance> Instances(Rehearsal rehearsal, string region) =>
        [.. rehearsal.Inspect().Regions[region].Instances.Where(i => i.Tags.ContainsKey("amicast:run"))];

    private static IEnumerable<(string Region, InventoryInstance Instance)> Alive(Rehearsal rehearsal) => rehearsal.Inspect().Regions.Values
        .SelectMany(region => region.Instances.Where(i => i.Tags.ContainsKey("amicast:run") && !DeadStates.Contains(i.State)).Select(i => (region.Name, i)));

    private static string Shown(Report report) => string.Join('\n', report.Regions.Select(r =>
        $"{r.Region}: {(r.Instances.Count == 0 ? "no instances" : string.Join(", ", r.Instances.Select(i => $"{i.State} {i.Status}")))}"
        + (r.Launch is { } launch ? $"; {r.Instances.Count} of {launch.Asked}: {string.Join(", ", launch.Errors.Select(e => e[..e.IndexOf(':', StringComparison.Ordinal)]))}" : "")
        + (r.Failure is { } failure ? $"; {failure.Step} {failure.Error}" : "")));
}
