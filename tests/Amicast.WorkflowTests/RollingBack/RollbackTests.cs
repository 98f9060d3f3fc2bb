using Amicast.Reports;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.RollingBack;

/// <summary>After a rollback the account is as it was before the run, whenever and by whatever the run was ended.</summary>
public sealed class RollbackTests
{
    private const string Run = "run-1";
    private static readonly Deployment Allowing = Deployment.Default with { AllowSourceStop = true, AllowSourceTerminate = true };

    private static readonly FaultPlan Trouble = new(
    [
        new FaultRule(FaultKind.Throttle) { Probability = 0.05 },
        new FaultRule(FaultKind.ServerError) { Probability = 0.02 },
        new FaultRule(FaultKind.LostAnswer) { Probability = 0.03 },
        new FaultRule(FaultKind.HangBefore) { Probability = 0.01 },
        new FaultRule(FaultKind.Late) { Probability = 0.02 },
        new FaultRule(FaultKind.HangAfter) { Probability = 0.02 },
        new FaultRule(FaultKind.NotFoundAfterCreation) { Probability = 0.3 },
    ]);

    [Theory]
    [InlineData("move-instance")]
    [InlineData("move-and-stop-source")]
    [InlineData("encrypt-per-region")]
    [InlineData("exclude-volume")]
    [InlineData("launch-without-template")]
    [InlineData("launch-fleet-spot")]
    [InlineData("verify-only")]
    [InlineData("publish-template")]
    [InlineData("create-template")]
    [InlineData("template-from-instance")]
    public void A_whole_run_is_rolled_back_twice_and_nothing_of_it_is_left(string example)
    {
        var request = Repository.Read($"examples/{example}.json");
        var rehearsal = new Rehearsal(deployment: Allowing);
        using var executions = new Executions(rehearsal);
        var before = Account.Of(rehearsal.Inspect());

        var (first, second) = rehearsal.Cloud.Clock.Run(async () =>
        {
            Assert.Equal("SUCCEEDED", (await executions.RunAsync(Run, request)).Status);
            return (await executions.RunAsync($"{Run}--2", Executions.RollBack), await executions.RunAsync($"{Run}--3", Executions.RollBack));
        });

        Assert.Equal(before, Account.Of(rehearsal.Inspect()));
        Assert.True((first.Status, second.Status) == ("SUCCEEDED", "SUCCEEDED"), first.Text);
        Assert.Equal((RunState.RolledBack, RunState.RolledBack), (first.Report.State, second.Report.State));
        Assert.All(second.Report.Rollback!.Regions, region => Assert.Empty(region.Removed.Concat(region.Restored)));
    }

    [Fact]
    public void Permissions_of_an_image_that_was_there_before_are_as_they_were()
    {
        var (before, after, ended) = SharedExactlyAndRolledBack(Deployment.Default with { AllowPublicImages = true });

        Assert.Equal((before, RunState.RolledBack), (after, ended.Report.State));
    }

    [Fact]
    public void An_image_that_was_public_stays_private_where_the_deployment_makes_nothing_public_and_the_report_says_so()
    {
        const string Why = "all held it before the run, and this deployment does not allow it to be given to them (AllowPublicImages, AllowedAccounts)";

        var (before, after, ended) = SharedExactlyAndRolledBack(Deployment.Default);

        Assert.Equal(before.Replace(",all", "", StringComparison.Ordinal), after);
        Assert.Equal(
            (RunState.Failed, $"ami-0b1c2d3e4f5a60001: {Why}, snap-0b1c2d3e4f5a60001: {Why}, snap-0b1c2d3e4f5a60002: {Why}"),
            (ended.Report.State, string.Join(", ", ended.Report.Rollback!.Regions[0].Left.Select(left => $"{left.Resource}: {left.Why}"))));
    }

    private static (string Before, string After, Ended Ended) SharedExactlyAndRolledBack(Deployment deployment)
    {
        var rehearsal = new Rehearsal(account: AccountDocument.Parse(Repository.Read("examples/account-shared-image.json")), deployment: deployment);
        using var executions = new Executions(rehearsal);
        var before = Account.Of(rehearsal.Inspect());

        var ended = rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.RunAsync(Run, Repository.Read("examples/share-exact.json"));
            Assert.NotEqual(before, Account.Of(rehearsal.Inspect()));
            return await executions.RunAsync($"{Run}--2", Executions.RollBack);
        });

        return (before, Account.Of(rehearsal.Inspect()), ended);
    }

    [Theory]
    [InlineData("move-instance")]
    [InlineData("publish-template")]
    [InlineData("create-template")]
    [InlineData("encrypt-per-region")]
    [InlineData("move-and-stop-source")]
    public void A_run_that_was_stopped_at_any_moment_is_rolled_back_and_nothing_of_it_is_left(string example) =>
        Check(Repository.Read($"examples/{example}.json"), FaultPlan.None, resumed: false);

    [Fact]
    public void A_run_that_was_stopped_at_any_moment_and_resumed_is_rolled_back_and_nothing_of_it_is_left() =>
        Check(Repository.Read("examples/publish-template.json"), FaultPlan.None, resumed: true);

    [Theory]
    [InlineData("move-instance")]
    [InlineData("publish-template")]
    public void Nothing_is_left_where_calls_are_throttled_lost_late_or_never_answered(string example) =>
        Check(Repository.Read($"examples/{example}.json"), Trouble, resumed: false);

    private static void Check(string request, FaultPlan faults, bool resumed)
    {
        var moments = Moments(request);
        var wrong = moments.Index().AsParallel().AsOrdered().Select(moment => RolledBack(request, moment.Item - moments[0], faults, resumed, seed: moment.Index + 1)).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {moments.Count}\n{string.Join("\n\n", wrong.Take(6))}");
    }

    private static string? RolledBack(string request, TimeSpan after, FaultPlan faults, bool resumed, int seed)
    {
        var isStormy = faults != FaultPlan.None;
        var rehearsal = new Rehearsal(
            isStormy ? seed : 1, faults: faults, deployment: Allowing, around: isStormy ? (steps, clock) => new EveryStepTwice(steps, clock, new Chance(seed)) : null);
        using var executions = new Executions(rehearsal);
        var before = Account.Of(rehearsal.Inspect());
        var ended = rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.StartAsync(Run, request);
            await Task.Delay(after, rehearsal.Cloud.Clock);
            await TryStopAsync(executions);
            if (resumed)
            {
                await executions.StartAsync($"{Run}--2", request);
                await Task.Delay(TimeSpan.FromMinutes(24), rehearsal.Cloud.Clock);
                await TryStopAsync(executions, $"{Run}--2");
            }

            return await executions.RunAsync(resumed ? $"{Run}--3" : $"{Run}--2", Executions.RollBack);
        });
        // What a call that came late has made is gone by then, or never will be.
        rehearsal.Cloud.Clock.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMinutes(10), rehearsal.Cloud.Clock);
            return true;
        });
        var there = Account.Of(rehearsal.Inspect());
        return there == before && ended.Report.State == RunState.RolledBack ? null : $"stopped after {after}: {ended.Text}\n{Account.Difference(before, there)}";
    }

    private static async Task TryStopAsync(Executions executions, string name = Run)
    {
        try
        {
            await executions.StopAsync(name);
        }
        catch (InvalidOperationException)
        {
            // It has ended at this very moment.
        }
    }

    private static IReadOnlyList<DateTimeOffset> Moments(string request)
    {
        var rehearsal = new Rehearsal(deployment: Allowing);
        using var executions = new Executions(rehearsal);
        return rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.RunAsync(Run, request);
            return await executions.MomentsAsync(Run);
        });
    }

    /// <summary>Everything an account has, in words, but for instances that are dead and what goes with them.</summary>
    private static class Account
    {
        private static readonly string[] DeadStates = ["shutting-down", "terminated"];

        internal static string Of(CloudInventory inventory) => string.Join('\n', inventory.Regions.Values.SelectMany(Of));

        internal static string Difference(string before, string after) => string.Join(
            '\n', after.Split('\n').Except(before.Split('\n')).Select(line => $"+ {line}").Concat(before.Split('\n').Except(after.Split('\n')).Select(line => $"- {line}")));

        private static IEnumerable<string> Of(RegionInventory region)
        {
            var live = region.Instances.Where(i => !DeadStates.Contains(i.State)).ToList();
            return live.Select(i => $"{i.Id} {(i.State == "pending" ? "running" : i.State)} {i.ImageId} {i.InstanceType} {Tags(i.Tags)}")
                .Concat(region.Images.Select(i => $"{i.Id} {i.Name} {i.State} {i.Description} for {Sorted(i.LaunchPermissions)} {Sorted(i.SnapshotIds)} {Tags(i.Tags)}"))
                .Concat(region.Snapshots.Select(s => $"{s.Id} {s.State} for {Sorted(s.CreateVolumePermissions)} {Tags(s.Tags)}"))
                .Concat(region.Volumes.Where(v => v.InstanceId is null || live.Exists(i => i.Id == v.InstanceId)).Select(v => $"{v.Id} {v.State} {v.InstanceId} {Tags(v.Tags)}"))
                .Concat(region.LaunchTemplates.Select(t => $"{t.Id} {t.Name} {t.DefaultVersion} {string.Join(',', t.VersionImageIds)} {string.Join(',', t.VersionDescriptions)} {Tags(t.Tags)}"))
                .Concat(region.Parameters.Select(p => $"{p.Name} {p.Value} {p.DataType} {p.Description} {Tags(p.Tags)}"))
                .Select(line => $"{region.Name} {line}");
        }

        private static string Sorted(IEnumerable<string> values) => string.Join(',', values.Order(StringComparer.Ordinal));

        private static string Tags(IReadOnlyDictionary<string, string> tags) => Sorted(tags.Select(tag => $"{tag.Key}={tag.Value}"));
    }
}
