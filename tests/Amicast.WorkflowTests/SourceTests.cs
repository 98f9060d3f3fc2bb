using Amicast.Reports;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests;

/// <summary>What becomes of the instance that is imaged.</summary>
public sealed class SourceTests
{
    private const string Id = "i-0123456789abcdef0";
    private static readonly Deployment Allows = Deployment.Default with { AllowSourceStop = true, AllowSourceTerminate = true };

    [Fact]
    public void The_example_stops_the_source_before_its_image_is_made_and_leaves_it_stopped()
    {
        var rehearsal = new Rehearsal(deployment: Allows);

        var report = rehearsal.Report(Repository.Read("examples/move-and-stop-source.json"));

        Assert.Equal((RunState.Succeeded, new ReportedSource(Id, "stopped", null)), (report.State, report.SourceInstance));
        Assert.Equal("stopped", StateOf(rehearsal));
        Assert.Equal(
            ["StopInstances", "CreateImage", "CopyImage", "RunInstances"],
            rehearsal.Account.Calls.Where(IsChange).OrderBy(call => call.At).Select(call => call.Operation));
        Assert.Equal(("stop", "stop", "running"), Words(report));
    }

    [Theory]
    [InlineData("keep", "running", "")]
    [InlineData("stop", "stopped", "StopInstances")]
    [InlineData("terminate", "terminated", "TerminateInstances")]
    public void Afterwards_the_source_is_what_the_request_says(string afterwards, string state, string ending)
    {
        var rehearsal = new Rehearsal(deployment: Allows);

        var report = rehearsal.Report(Move(afterwards));

        Assert.Equal((RunState.Succeeded, state), (report.State, StateOf(rehearsal)));
        Assert.Equal(afterwards == "keep" ? null : new ReportedSource(Id, state, null), report.SourceInstance);
        Assert.Equal(ending, string.Join(' ', Endings(rehearsal)));
        var last = rehearsal.Account.Calls.Last(call => IsChange(call) && call.Operation != ending);
        Assert.All(rehearsal.Account.Calls.Where(call => call.Operation == ending), call => Assert.True(call.At > last.At));
    }

    [Fact]
    public void A_source_that_is_stopped_already_is_imaged_as_it_is()
    {
        var rehearsal = new Rehearsal(account: With(instance => instance with { State = "stopped" }), deployment: Allows);

        var report = rehearsal.Report(Move("keep", beforehand: "stop"));

        Assert.Equal((RunState.Succeeded, new ReportedSource(Id, "stopped", null)), (report.State, report.SourceInstance));
        Assert.Empty(Endings(rehearsal));
    }

    [Theory]
    [InlineData("stop", 0)]
    [InlineData("stop", 1)]
    [InlineData("terminate", 0)]
    [InlineData("terminate", 1)]
    public void A_Region_that_fails_tolerated_or_not_keeps_the_source(string afterwards, int tolerated)
    {
        var impaired = new FaultRule(FaultKind.InstanceFails) { Region = "eu-central-1", Impaired = true };
        var rehearsal = new Rehearsal(faults: new FaultPlan([impaired]), deployment: Allows);

        var report = rehearsal.Report(Move(afterwards, tolerated: tolerated));

        Assert.Equal(
            (tolerated > 0 ? RunState.Partial : RunState.Failed, new ReportedSource(Id, "running", "not every destination was verified: eu-central-1")),
            (report.State, report.SourceInstance));
        Assert.Empty(Endings(rehearsal));
    }

    [Fact]
    public void A_run_that_fails_before_its_Regions_keeps_the_source_and_says_so()
    {
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CreateImage" }]), deployment: Allows);

        var report = rehearsal.Report(Move("terminate"));

        Assert.Equal((RunState.Failed, new ReportedSource(Id, "running", "the run failed before there were Regions")), (report.State, report.SourceInstance));
        Assert.Empty(Endings(rehearsal));
    }

    [Fact]
    public void A_source_that_cannot_be_terminated_in_the_end_fails_the_run_and_leaves_what_was_made()
    {
        var refused = new FaultRule(FaultKind.Error) { Operation = "TerminateInstances", Code = "IncorrectInstanceState" };
        var rehearsal = new Rehearsal(faults: new FaultPlan([refused]), deployment: Allows);

        var report = rehearsal.Report(Move("terminate"));

        Assert.Equal((RunState.Failed, "RetireSource", "ResourceBusy"), (report.State, report.Failure!.Step, report.Failure.Error));
        Assert.Equal(new ReportedSource(Id, "running", null), report.SourceInstance);
        Assert.All(report.Regions, region => Assert.True(region.Succeeded));
    }

    [Fact]
    public void A_source_that_somebody_terminates_while_it_is_to_be_stopped_fails_the_run()
    {
        var account = With(instance => instance with
        {
            Termination = new TerminationDocument(Sharing.Account.StartsAt.AddSeconds(20), Sharing.Account.StartsAt.AddSeconds(40), null),
        });
        var late = new FaultRule(FaultKind.Throttle) { Operation = "StopInstances", Until = TimeSpan.FromMinutes(2) };

        var report = new Rehearsal(account: account, faults: new FaultPlan([late]), deployment: Allows).Report(Move("keep", beforehand: "stop"));

        Assert.Equal(("StopSource", "SourceGone"), (report.Failure!.Step, report.Failure.Error));
        Assert.Equal("shutting-down", report.SourceInstance!.State);
    }

    [Fact]
    public void In_storms_the_source_is_stopped_once_before_the_image_and_ended_once_after_every_verification()
    {
        var trouble = new FaultPlan(
        [
            new FaultRule(FaultKind.Throttle) { Probability = 0.05 },
            new FaultRule(FaultKind.LostAnswer) { Probability = 0.05 },
            new FaultRule(FaultKind.HangBefore) { Probability = 0.01 },
            new FaultRule(FaultKind.HangAfter) { Operation = "*Instances", Probability = 0.05 },
        ]);

        var storms = Enumerable.Range(1, 25).AsParallel().AsOrdered().Select(seed => Storm(seed, trouble)).ToList();

        Assert.All(storms, storm => Assert.Equal((RunState.Succeeded, "running stopped CreateImage terminated"), (storm.State, storm.Turns)));
        Assert.Contains(storms, storm => storm.Calls > 2);
    }

    [Fact]
    public void Without_the_deployments_permission_nothing_is_stopped_or_terminated()
    {
        var report = new Rehearsal().Report(Move("terminate", beforehand: "stop"));

        Assert.Equal(
            """
            $.source.beforehand: SourceStopNotAllowed: this deployment does not allow stopping a source; leave it out, or have the deployment allow it
            $.source.afterwards: SourceTerminateNotAllowed: this deployment does not allow terminating a source; leave it out, or have the deployment allow it
            """,
            report.Failure!.Message);
    }

    [Fact]
    public void Everything_that_keeps_a_source_from_being_stopped_or_terminated_is_found_at_once()
    {
        var account = With(instance => instance with
        {
            Tags = new Dictionary<string, string> { ["aws:autoscaling:groupName"] = "web" },
            Launch = instance.Launch with { DisableApiStop = true, DisableApiTermination = true, InstanceLifecycle = "spot" },
        });
        var rehearsal = new Rehearsal(account: account, deployment: Allows);

        var report = rehearsal.Report(Move("terminate", beforehand: "stop", verify: "running"));

        Assert.Equal(
            $"""
            $.source.beforehand: InAutoScalingGroup: {Id} is in the Auto Scaling group 'web', which would replace it; detach it from the group first, or leave it out
            $.source.beforehand: SpotInstance: {Id} is a Spot Instance, which a one-time request does not let stop; leave it out, or stop it yourself before the run
            $.source.beforehand: StopProtected: {Id} is protected against being stopped (disableApiStop); take the protection off, or leave it out
            $.source.afterwards: NotVerified: "terminate" needs a verified launch in every destination, and not every one has it: eu-central-1, ap-southeast-2; give each of them a 'launch' with 'verify': "statusOk", or keep the source
            $.source.afterwards: TerminationProtected: {Id} is protected against termination (disableApiTermination); take the protection off, or keep the source
            """,
            report.Failure!.Message);
        Assert.All(rehearsal.Account.Calls, call => Assert.True(Reads.Is(call), call.Operation));
    }

    private static string Move(string afterwards, string beforehand = "none", string verify = "statusOk", int tolerated = 0) => $$"""
        {
          "source": { "region": "us-east-1", "instanceId": "{{Id}}", "beforehand": "{{beforehand}}", "afterwards": "{{afterwards}}" },
          "image": { "name": "web-{date}" },
          "destinations": [ { "region": "eu-central-1" }, { "region": "ap-southeast-2" } ],
          "launch": { "template": { "name": "web" }, "verify": "{{verify}}" },
          "tolerateFailedRegions": {{tolerated}}
        }
        """;

    private static (RunState State, string Turns, int Calls) Storm(int seed, FaultPlan trouble)
    {
        SourceWatch? watch = null;
        Rehearsal? rehearsal = null;
        rehearsal = new Rehearsal(
            seed,
            faults: trouble,
            deployment: Allows,
            around: (steps, clock) => watch = new SourceWatch(new EveryStepTwice(steps, clock, new Chance(seed)), () => StateOf(rehearsal!)));
        var report = rehearsal.Report(Move("terminate", beforehand: "stop"));
        return (report.State, watch!.Seen, Endings(rehearsal).Count());
    }

    private static AccountDocument With(Func<InstanceDocument, InstanceDocument> change) =>
        Sharing.Example("us-east-1", region => region with { Instances = [.. region.Instances.Select(one => one.InstanceId == Id ? change(one) : one)] });

    private static (string?, string?, string?) Words(Report report) =>
        (report.Source!.Beforehand?.ToString().ToLowerInvariant(), report.Source.Afterwards?.ToString().ToLowerInvariant(), report.Source.StateBefore);

    private static string StateOf(Rehearsal rehearsal) => rehearsal.Inspect().Regions["us-east-1"].Instances.Single(instance => instance.Id == Id).State;

    private static IEnumerable<string> Endings(Rehearsal rehearsal) =>
        rehearsal.Account.Calls.Where(call => call.Operation is "StopInstances" or "TerminateInstances").Select(call => call.Operation);

    private static bool IsChange(Simulator.CallRecord call) =>
        !call.Operation.StartsWith("Describe", StringComparison.Ordinal) && !call.Operation.StartsWith("Get", StringComparison.Ordinal);
}
