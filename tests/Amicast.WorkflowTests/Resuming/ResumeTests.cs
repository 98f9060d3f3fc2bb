using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Resuming;

/// <summary>The next execution of a run, whatever ended the one before.</summary>
public sealed class ResumeTests
{
    private const string Run = "run-1";
    private static readonly string[] DeadStates = ["shutting-down", "terminated"];

    [Theory]
    [InlineData("move-instance", false)]
    [InlineData("move-instance", true)]
    [InlineData("publish-template", false)]
    [InlineData("create-template", false)]
    [InlineData("encrypt-per-region", false)]
    [InlineData("verify-only", false)]
    [InlineData("launch-fleet-spot", false)]
    public void A_run_that_was_stopped_at_any_moment_is_resumed_to_its_end_and_makes_nothing_twice(string example, bool twice)
    {
        var request = Repository.Read($"examples/{example}.json");
        var whole = Whole(request);

        var wrong = Moments(request).AsParallel().AsOrdered().SelectMany(moment => Resumed(request, moment, whole, twice)).ToList();

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public void A_run_that_has_succeeded_is_resumed_without_a_change()
    {
        var rehearsal = new Rehearsal();
        using var executions = new Executions(rehearsal);
        var (first, second, calls) = rehearsal.Cloud.Clock.Run(async () =>
        {
            var ended = await executions.RunAsync(Run, Rehearsal.MoveInstance);
            var before = rehearsal.Account.Calls.Count;
            return (ended, await executions.RunAsync($"{Run}--2", Rehearsal.MoveInstance), rehearsal.Account.Calls.Skip(before).Where(call => !Reads.Is(call)).ToList());
        });

        Assert.Empty(calls);
        Assert.Equal(Text(first.Report), Text(second.Report));
    }

    [Fact]
    public void A_run_that_has_stopped_and_terminated_its_source_and_replaced_its_first_image_is_resumed_without_a_change()
    {
        const string Request = """
            {
              "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0", "beforehand": "stop", "afterwards": "terminate" },
              "image": { "name": "web-{date}" },
              "destinations": [{ "region": "us-east-1", "kmsKeyId": "alias/ami" }, { "region": "eu-central-1", "share": { "accounts": ["111122223333"] } }],
              "launch": { "template": { "name": "web" }, "verify": "statusOk" }
            }
            """;
        var rehearsal = new Rehearsal(deployment: Deployment.Default with { AllowSourceStop = true, AllowSourceTerminate = true });
        using var executions = new Executions(rehearsal);

        var (first, second) = rehearsal.Cloud.Clock.Run(async () => (await executions.RunAsync(Run, Request), await executions.RunAsync($"{Run}--2", Request)));

        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (first.Status, second.Status));
        Assert.Single(rehearsal.Inspect().Regions["us-east-1"].Images, IsRuns);
    }

    [Fact]
    public void A_Region_that_failed_is_made_by_the_next_attempt_and_the_image_that_was_lost_goes_when_that_is_available()
    {
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1", Count = 1 }]));
        using var executions = new Executions(rehearsal);

        var (first, second) = rehearsal.Cloud.Clock.Run(async () =>
            (await executions.RunAsync(Run, Rehearsal.MoveInstance), await executions.RunAsync($"{Run}--2", Rehearsal.MoveInstance)));

        Assert.Equal(("FAILED", "SUCCEEDED"), (first.Status, second.Status));
        var region = rehearsal.Inspect().Regions["eu-central-1"];
        var image = Assert.Single(region.Images, IsRuns);
        Assert.Equal(("available", "2"), (image.State, image.Tags["amicast:attempt"]));
        Assert.Equal(image.SnapshotIds.Order(StringComparer.Ordinal), region.Snapshots.Where(s => s.Tags.GetValueOrDefault("amicast:run") == Run).Select(s => s.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_Region_that_is_added_is_done_and_the_names_are_those_of_the_first_execution()
    {
        var rehearsal = new Rehearsal();
        using var executions = new Executions(rehearsal);
        var request = """
            { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date:yyyyMMdd}-{time:HHmmss}" }, "destinations": [{ "region": "us-east-1" }] }
            """;

        var ended = rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.RunAsync(Run, request);
            await Task.Delay(TimeSpan.FromDays(3), rehearsal.Cloud.Clock);
            return await executions.RunAsync($"{Run}--2", request.Replace("[{ \"region\": \"us-east-1\" }]", "[{ \"region\": \"us-east-1\" }, { \"region\": \"eu-central-1\" }]", StringComparison.Ordinal));
        });

        Assert.Equal("SUCCEEDED", ended.Status);
        Assert.Single(ended.Report.Regions.Select(region => region.Image!.Name).Distinct());
    }

    [Fact]
    public void A_source_that_the_run_has_stopped_or_terminated_is_no_hindrance()
    {
        var request = Repository.Read("examples/move-and-stop-source.json").Replace("\"afterwards\": \"stop\"", "\"afterwards\": \"terminate\"", StringComparison.Ordinal);
        var rehearsal = new Rehearsal(deployment: Deployment.Default with { AllowSourceStop = true, AllowSourceTerminate = true });
        using var executions = new Executions(rehearsal);

        var (first, second) = rehearsal.Cloud.Clock.Run(async () => (await executions.RunAsync(Run, request), await executions.RunAsync($"{Run}--2", request)));

        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (first.Status, second.Status));
        Assert.Equal(Text(first.Report), Text(second.Report));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 30)]
    [InlineData(false, 0)]
    [InlineData(false, 30)]
    public void What_is_left_of_a_launch_that_failed_is_terminated_and_all_of_it_is_launched_anew_also_when_EC2_has_forgotten_what_died(bool keep, int hoursLater)
    {
        var request = $$"""
            {
              "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" },
              "launch": { "template": { "name": "web" }, "count": 3, "verify": "statusOk", "keep": {{(keep ? "true" : "false")}} }
            }
            """;
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.InstanceFails) { Count = 1 }]));
        using var executions = new Executions(rehearsal);

        var (first, second) = rehearsal.Cloud.Clock.Run(async () =>
        {
            var ended = await executions.RunAsync(Run, request);
            await Task.Delay(TimeSpan.FromHours(hoursLater), rehearsal.Cloud.Clock);
            return (ended, await executions.RunAsync($"{Run}--2", request));
        });

        Assert.Equal(("InstanceFailed", "SUCCEEDED"), (first.Report.Regions[0].Failure!.Error, second.Status));
        var launched = rehearsal.Inspect().Regions["us-east-1"].Instances.Where(i => i.Tags.GetValueOrDefault("amicast:run") == Run).ToList();
        Assert.Equal(
            keep && hoursLater > 0 ? ["1 terminated", "1 terminated", "2 running", "2 running", "2 running"]
            : keep ? ["1 terminated", "1 terminated", "1 terminated", "2 running", "2 running", "2 running"] : ["2 terminated", "2 terminated", "2 terminated"],
            launched.Where(i => keep || i.Tags["amicast:attempt"] == "2").Select(i => $"{i.Tags["amicast:attempt"]} {(i.State == "shutting-down" ? "terminated" : i.State)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fleet_that_launched_nothing_is_asked_for_anew()
    {
        var request = Repository.Read("examples/launch-fleet-spot.json");
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.NoCapacity) { Region = "eu-central-1", Count = 3 }]));
        using var executions = new Executions(rehearsal);

        var (first, second) = rehearsal.Cloud.Clock.Run(async () => (await executions.RunAsync(Run, request), await executions.RunAsync($"{Run}--2", request)));

        Assert.True((first.Status, second.Status) == ("FAILED", "SUCCEEDED"), first.Text + second.Text);
    }

    [Fact]
    public void An_execution_waits_for_nobody_and_is_refused_while_the_one_before_runs()
    {
        var rehearsal = new Rehearsal();
        using var executions = new Executions(rehearsal);

        var second = rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.StartAsync(Run, Rehearsal.MoveInstance);
            await Task.Delay(TimeSpan.FromMinutes(3), rehearsal.Cloud.Clock);
            return await executions.RunAsync($"{Run}--2", Rehearsal.MoveInstance);
        });

        Assert.Equal(
            ("Plan", "RunStillRunning", "The execution run-1 of run run-1 has not ended. Wait for its end or stop it, and start the run's next execution then."),
            (second.Report.Failure!.Step, second.Report.Failure.Error, second.Report.Failure.Message));
    }

    [Fact]
    public void An_execution_whose_predecessors_are_not_known_is_refused()
    {
        var rehearsal = new Rehearsal();
        using var executions = new Executions(rehearsal);

        var third = rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.RunAsync(Run, Rehearsal.MoveInstance);
            return await executions.RunAsync($"{Run}--3", Rehearsal.MoveInstance);
        });

        Assert.Equal("HistoryMissing", third.Report.Failure!.Error);
        Assert.Contains("run-1--2", third.Report.Failure.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DateTimeOffset> Moments(string request)
    {
        var rehearsal = new Rehearsal();
        using var executions = new Executions(rehearsal);
        return rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.RunAsync(Run, request);
            return await executions.MomentsAsync(Run);
        });
    }

    private static string Whole(string request)
    {
        var rehearsal = new Rehearsal();
        rehearsal.Run(request, Run);
        return Live(rehearsal.Inspect());
    }

    private static IEnumerable<string> Resumed(string request, DateTimeOffset moment, string whole, bool twice)
    {
        var rehearsal = new Rehearsal(around: twice ? (steps, clock) => new EveryStepTwice(steps, clock, new Chance(1)) : null);
        using var executions = new Executions(rehearsal);
        var end = rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.StartAsync(Run, request);
            await Task.Delay(moment - rehearsal.Cloud.Clock.GetUtcNow(), rehearsal.Cloud.Clock);
            await TryStopAsync(executions);
            return await executions.RunAsync($"{Run}--2", request);
        });
        if (end.Status != "SUCCEEDED" || Live(rehearsal.Inspect()) is var live && live != whole)
        {
            yield return $"stopped at {moment:O}: {end.Status} {(end.Status == "SUCCEEDED" ? Live(rehearsal.Inspect()) : end.Text)}";
        }
    }

    private static async Task TryStopAsync(Executions executions)
    {
        try
        {
            await executions.StopAsync(Run);
        }
        catch (InvalidOperationException)
        {
            // It has ended at this very moment.
        }
    }

    private static string Live(CloudInventory inventory) => string.Join('\n', inventory.Regions.Values.Select(region => string.Join(
        "; ",
        [
            region.Name,
            .. region.Images.Where(IsRuns).Select(i => $"{i.Name} {i.State} {string.Join(',', i.LaunchPermissions)}"),
            $"{region.Snapshots.Count(s => s.Tags.GetValueOrDefault("amicast:run") == Run)} snapshots",
            $"{region.Instances.Count(i => i.Tags.GetValueOrDefault("amicast:run") == Run && !DeadStates.Contains(i.State))} instances",
            .. region.LaunchTemplates.Select(t => $"{t.Name} {t.DefaultVersion} of {t.LatestVersion}"),
            // PutParameter has no client token: a call that was under way when its execution was stopped sets the same value a second time.
            .. region.Parameters.Select(p => $"{p.Name} {region.Images.Any(i => i.Id == p.Value)}"),
        ])));

    private static bool IsRuns(InventoryImage image) => image.Tags.GetValueOrDefault("amicast:run") == Run;

    private static string Text(Report report) => System.Text.Json.JsonSerializer.Serialize(report with { StartedAt = null, EndedAt = default }, AmicastJson.Default.Report);
}
