using Amazon.EC2.Model;
using Amicast.Reports;
using Amicast.Rollbacks;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.Tests;

namespace Amicast.WorkflowTests.RollingBack;

/// <summary>What a rollback says: of what failed before it, of what others have changed, of what could not be removed, and why it does not begin.</summary>
public sealed class RollbackReportTests
{
    private const string Run = "run-1";
    private const string Source = "i-0123456789abcdef0";
    private static readonly FaultRule CopiesFail = new(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1" };

    [Fact]
    public void A_failed_run_rolls_itself_back_where_the_request_says_so_and_its_execution_fails()
    {
        var ended = Execute(new Rehearsal(faults: new FaultPlan([CopiesFail])), async executions =>
            await executions.RunAsync(Run, With("\"onFailure\": \"rollback\"")));

        Assert.Equal(("FAILED", "RunFailed", RunState.RolledBack, RollbackRecord.OnFailure), (ended.Status, ended.Error, ended.Report.State, ended.Report.Rollback!.Cause));
        Assert.Equal([null, "ImageFailed", null], ended.Report.Regions.Select(region => region.Failure?.Error));
        Assert.All(ended.Report.Rollback.Regions, region => Assert.True(region.Left.Count == 0 && region.Removed.Count > 0));
    }

    [Fact]
    public void A_tolerated_failure_rolls_nothing_back()
    {
        var ended = Execute(new Rehearsal(faults: new FaultPlan([CopiesFail])), async executions =>
            await executions.RunAsync(Run, With("\"onFailure\": \"rollback\", \"tolerateFailedRegions\": 1")));

        Assert.Equal(("SUCCEEDED", RunState.Partial, null), (ended.Status, ended.Report.State, ended.Report.Rollback));
    }

    [Fact]
    public void A_run_that_was_rolled_back_is_not_resumed()
    {
        var ended = Execute(new Rehearsal(), async executions =>
        {
            await executions.RunAsync(Run, Rehearsal.MoveInstance);
            await executions.RunAsync($"{Run}--2", Executions.RollBack);
            return await executions.RunAsync($"{Run}--3", Rehearsal.MoveInstance);
        });

        Assert.Equal("RunRolledBack", ended.Report.Failure!.Error);
    }

    [Theory]
    [InlineData(Run, Executions.RollBack, "InvalidRequest")]
    [InlineData($"{Run}--2", """{"action":"rollback","source":{}}""", "InvalidRequest")]
    public void A_rollback_that_is_asked_for_wrongly_is_refused(string name, string input, string error)
    {
        var ended = Execute(new Rehearsal(), async executions =>
        {
            if (name != Run)
            {
                await executions.RunAsync(Run, Rehearsal.MoveInstance);
            }

            return await executions.RunAsync(name, input);
        });

        Assert.Equal(("FAILED", "Rollback", error), (ended.Status, ended.Report.Failure!.Step, ended.Report.Failure.Error));
    }

    [Fact]
    public void A_rollback_does_not_begin_while_the_run_is_under_way()
    {
        var ended = Execute(new Rehearsal(), async executions =>
        {
            await executions.StartAsync(Run, Rehearsal.MoveInstance);
            return await executions.RunAsync($"{Run}--2", Executions.RollBack);
        });

        Assert.Equal(("Rollback", "RunStillRunning"), (ended.Report.Failure!.Step, ended.Report.Failure.Error));
    }

    [Fact]
    public void The_images_of_a_source_that_the_run_has_terminated_stay()
    {
        var request = Repository.Read("examples/move-and-stop-source.json").Replace("\"afterwards\": \"stop\"", "\"afterwards\": \"terminate\"", StringComparison.Ordinal);
        var rehearsal = new Rehearsal(deployment: Deployment.Default with { AllowSourceStop = true, AllowSourceTerminate = true });

        var ended = Execute(rehearsal, async executions =>
        {
            await executions.RunAsync(Run, request);
            return await executions.RunAsync($"{Run}--2", Executions.RollBack);
        });

        Assert.Equal(("FAILED", "SourceTerminated"), (ended.Status, ended.Report.Failure!.Error));
        Assert.Contains(rehearsal.Inspect().Regions["eu-central-1"].Images, image => image.Tags.GetValueOrDefault("amicast:run") == Run);
    }

    [Fact]
    public void A_rollback_on_failure_that_is_refused_leaves_the_report_of_what_is_there()
    {
        const string Request = """
            {
              "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0", "afterwards": "terminate" }, "image": { "name": "web-{date}" },
              "destinations": [{ "region": "eu-central-1" }], "launch": { "template": { "name": "web" } }, "onFailure": "rollback"
            }
            """;
        var faults = new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "ap-southeast-2" }]);
        var rehearsal = new Rehearsal(faults: faults, deployment: Deployment.Default with { AllowSourceTerminate = true });

        var ended = Execute(rehearsal, async executions =>
        {
            await executions.RunAsync(Run, Request);
            return await executions.RunAsync($"{Run}--2", Request.Replace("{ \"region\": \"eu-central-1\" }", "{ \"region\": \"eu-central-1\" }, { \"region\": \"ap-southeast-2\" }", StringComparison.Ordinal));
        });

        var (there, report) = (rehearsal.Inspect().Regions, ended.Report);
        Assert.Equal(("FAILED", "Rollback", "SourceTerminated"), (ended.Status, report.Failure!.Step, report.Failure.Error));
        Assert.Equal(there["us-east-1"].Images.Where(IsRuns).Select(image => image.Id), [report.Image!.ImageId]);
        Assert.Equal(
            there["eu-central-1"].Images.Where(IsRuns).Select(image => image.Id).Concat(there["eu-central-1"].Instances.Where(one => one.Tags.GetValueOrDefault("amicast:run") == Run).Select(one => one.Id)),
            report.Regions[0].Instances.Select(one => one.InstanceId).Prepend(report.Regions[0].Image!.ImageId));
        Assert.Equal(there["ap-southeast-2"].Images.Where(IsRuns).Select(image => image.Id), [report.Regions[1].Image!.ImageId]);
        Assert.Null(report.Rollback);
    }

    [Fact]
    public void What_is_refused_is_listed_with_the_reason_and_a_later_rollback_finishes()
    {
        var rehearsal = new Rehearsal();
        var (first, second) = Execute(rehearsal, async executions =>
        {
            await executions.RunAsync(Run, Rehearsal.MoveInstance);
            var image = rehearsal.Inspect().Regions["eu-central-1"].Images.Single(i => i.Tags.GetValueOrDefault("amicast:run") == Run).Id;
            var others = rehearsal.Others("eu-central-1");
            await others.EnableImageDeregistrationProtectionAsync(new EnableImageDeregistrationProtectionRequest { ImageId = image });
            var refused = await executions.RunAsync($"{Run}--2", Executions.RollBack);
            await others.DisableImageDeregistrationProtectionAsync(new DisableImageDeregistrationProtectionRequest { ImageId = image });
            return (refused, await executions.RunAsync($"{Run}--3", Executions.RollBack));
        });

        Assert.Equal((RunState.Failed, RunState.RolledBack), (first.Report.State, second.Report.State));
        var left = Assert.Single(first.Report.Rollback!.Regions.SelectMany(region => region.Left));
        Assert.StartsWith("ami-", left.Resource, StringComparison.Ordinal);
        Assert.Equal(left.Resource, Assert.Single(second.Report.Rollback!.Regions.SelectMany(region => region.Removed), id => id.StartsWith("ami-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_default_version_that_somebody_else_has_moved_since_stays()
    {
        var rehearsal = new Rehearsal();
        var ended = Execute(rehearsal, async executions =>
        {
            await executions.RunAsync(Run, Repository.Read("examples/publish-template.json"));
            await rehearsal.Others("eu-central-1").ModifyLaunchTemplateAsync(new ModifyLaunchTemplateRequest { LaunchTemplateName = "web", DefaultVersion = "2" });
            return await executions.RunAsync($"{Run}--2", Executions.RollBack);
        });

        Assert.Equal(RunState.RolledBack, ended.Report.State);
        var template = rehearsal.Inspect().Regions["eu-central-1"].LaunchTemplates.Single(t => t.Name == "web");
        Assert.Equal(2, template.DefaultVersion);
        Assert.Contains("somebody else has moved it", Assert.Single(ended.Report.Rollback!.Regions.Single(region => region.Region == "eu-central-1").Kept), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_was_started_and_is_stopped_again_is_listed_with_the_reason()
    {
        Rehearsal? rehearsal = null;
        rehearsal = new Rehearsal(
            deployment: Deployment.Default with { AllowSourceStop = true },
            onCall: call => _ = call.Operation == "StartInstances" ? StopAsync(rehearsal!, Source) : Task.CompletedTask);

        var ended = Execute(rehearsal, async executions =>
        {
            await executions.RunAsync(Run, Repository.Read("examples/move-and-stop-source.json"));
            return await executions.RunAsync($"{Run}--2", Executions.RollBack);
        });

        Assert.Equal(
            (RunState.Failed, $"{Source}: it was started, and is stopped again: Client.UserInitiatedShutdown: User initiated shutdown"),
            (ended.Report.State, string.Join(", ", ended.Report.Rollback!.Regions.SelectMany(region => region.Left).Select(left => $"{left.Resource}: {left.Why}"))));
    }

    [Fact]
    public void A_rollback_of_a_run_whose_histories_are_gone_looks_through_every_Region_by_its_tag()
    {
        var account = Account(out var resources);
        var rehearsal = new Rehearsal(account: account);

        var ended = Execute(rehearsal, executions => executions.RunAsync($"{Run}--2", Executions.RollBack));

        Assert.Equal(RunState.RolledBack, ended.Report.State);
        Assert.Equal([Run], ended.Report.Rollback!.Missing!);
        Assert.Superset(resources, ended.Report.Rollback.Regions.SelectMany(region => region.Removed).ToHashSet());
    }

    private static Simulator.Account.AccountDocument Account(out HashSet<string> resources)
    {
        var rehearsal = new Rehearsal();
        rehearsal.Run(Rehearsal.MoveInstance, Run);
        resources = [.. rehearsal.Inspect().Regions.Values.SelectMany(region => region.Images.Where(i => i.Tags.GetValueOrDefault("amicast:run") == Run)).Select(image => image.Id)];
        return rehearsal.Account.Save();
    }

    private static async Task StopAsync(Rehearsal rehearsal, string instance)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), rehearsal.Cloud.Clock);
        await rehearsal.Others("us-east-1").StopInstancesAsync(new StopInstancesRequest { InstanceIds = [instance] });
    }

    private static T Execute<T>(Rehearsal rehearsal, Func<Executions, Task<T>> act)
    {
        using var executions = new Executions(rehearsal);
        return rehearsal.Cloud.Clock.Run(() => act(executions));
    }

    private static string With(string member) => Rehearsal.MoveInstance.Replace("\"share\"", $"{member}, \"share\"", StringComparison.Ordinal);

    private static bool IsRuns(InventoryImage image) => image.Tags.GetValueOrDefault("amicast:run") == Run;
}
