using Amicast.Runs;
using Amicast.Simulator.Faults;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests;

/// <summary>What can be done with runs, on the engine and the simulated account.</summary>
public sealed class RunControlTests
{
    private static readonly string Request = Repository.Read("examples/move-instance.json");
    private readonly VirtualClock _clock = new(LocalCloud.ExampleAccount.StartsAt);
    private readonly RunControl _runs;

    public RunControlTests() => _runs = LocalCloud.Simulated(_clock, 1, LocalCloud.ExampleAccount, FaultPlan.None, Deployment.Default).Runs;

    [Fact]
    public void The_same_request_is_started_once_also_after_its_end_and_another_under_its_name_is_a_conflict() => _clock.Run(async () =>
    {
        Assert.Equal(new RunStart("web", 1, IsNew: true), await _runs.StartAsync("web", Request));
        Assert.Equal(new RunStart("web", 1, IsNew: false), await _runs.StartAsync("web", $"\n{Request} "));
        await EndAsync("web");
        Assert.Equal(new RunStart("web", 1, IsNew: false), await _runs.StartAsync("web", Request));

        var conflict = await Assert.ThrowsAsync<RunConflictException>(() => _runs.StartAsync("web", Request.Replace("444455556666", "444455556667", StringComparison.Ordinal)));

        Assert.Equal(
            ("$.share.accounts[1]", "There is a run 'web' already, with another request: they differ at $.share.accounts[1]. Give this request an id of its own, or resume the run with it."),
            (conflict.Path, conflict.Message));
        return true;
    });

    [Fact]
    public void Of_two_that_start_a_run_at_once_both_are_told_of_one_execution() => _clock.Run(async () =>
    {
        var starts = await Task.WhenAll(_runs.StartAsync("web", Request), _runs.StartAsync("web", Request));

        Assert.All(starts, start => Assert.Equal(("web", 1), (start.Run, start.Execution)));
        Assert.Equal(["web 1"], (await _runs.ListAsync(null, 10, null)).Runs.Select(run => $"{run.Run} {run.Execution}"));
        return true;
    });

    [Fact]
    public void A_run_is_neither_resumed_nor_rolled_back_before_it_has_ended_and_stopped_only_before() => _clock.Run(async () =>
    {
        await _runs.StartAsync("web", Request);

        await Assert.ThrowsAsync<RunIsRunningException>(() => _runs.ResumeAsync("web"));
        await Assert.ThrowsAsync<RunIsRunningException>(() => _runs.RollBackAsync("web"));
        await _runs.StopAsync("web", "Enough.");
        var ended = await Assert.ThrowsAsync<RunHasEndedException>(() => _runs.StopAsync("web", "Enough."));

        Assert.Equal("Run 'web' has ended as ABORTED: there is nothing to stop.", ended.Message);
        var view = await _runs.LookAsync("web");
        Assert.Equal(("ABORTED", "Stopped: Enough.", 1, "distribute"), (view.Status, view.Error, view.Execution, view.Action));
        return true;
    });

    [Fact]
    public void What_is_asked_of_a_run_that_is_not_there_is_refused() => _clock.Run(async () =>
    {
        await Assert.ThrowsAsync<UnknownRunException>(() => _runs.LookAsync("web"));
        await Assert.ThrowsAsync<UnknownRunException>(() => _runs.StopAsync("web", "Enough."));
        await Assert.ThrowsAsync<UnknownRunException>(() => _runs.ResumeAsync("web"));
        await Assert.ThrowsAsync<UnknownRunException>(() => _runs.RollBackAsync("web"));
        return true;
    });

    [Fact]
    public void Each_later_execution_has_the_next_name_and_only_one_of_two_callers_starts_it() => _clock.Run(async () =>
    {
        await _runs.StartAsync("web", Request);
        await _runs.StopAsync("web", "Enough.");

        var resumed = await Task.WhenAll(TryAsync(() => _runs.ResumeAsync("web")), TryAsync(() => _runs.ResumeAsync("web")));

        Assert.Equal(["RunIsRunningException", "web 2 True"], resumed.Order(StringComparer.Ordinal));
        var second = await _runs.LookAsync("web");
        Assert.Equal((2, "resume"), (second.Execution, second.Action));
        await _runs.StopAsync("web", "Enough.");
        Assert.Equal(new RunStart("web", 3, IsNew: true), await _runs.RollBackAsync("web"));
        Assert.Equal("rollback", (await _runs.LookAsync("web")).Action);
        await EndAsync("web");
        await Assert.ThrowsAsync<RunWasRolledBackException>(() => _runs.ResumeAsync("web"));
        Assert.Equal(new RunStart("web", 4, IsNew: true), await _runs.RollBackAsync("web"));
        return true;
    });

    [Fact]
    public void Runs_are_listed_once_by_their_latest_execution_page_by_page() => _clock.Run(async () =>
    {
        await _runs.StartAsync("a", Request);
        await _runs.StopAsync("a", "Enough.");
        await _runs.StartAsync("b", Request);
        await _runs.ResumeAsync("a");
        await _runs.StopAsync("a", "Enough.");

        Assert.Equal(["a 2 ABORTED", "b 1 RUNNING"], (await _runs.ListAsync(null, 10, null)).Runs.Select(Line));
        Assert.Equal(["b 1 RUNNING"], (await _runs.ListAsync("RUNNING", 10, null)).Runs.Select(Line));
        Assert.Equal(["a 2 ABORTED"], (await _runs.ListAsync("ABORTED", 10, null)).Runs.Select(Line));
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = await _runs.ListAsync(null, 1, token);
            pages.Add(string.Join(", ", page.Runs.Select(Line)));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(["a 2 ABORTED", "b 1 RUNNING", ""], pages);
        return true;
    });

    private static string Line(RunSummary run) => $"{run.Run} {run.Execution} {run.Status}";

    private static async Task<string> TryAsync(Func<Task<RunStart>> start)
    {
        try
        {
            var started = await start();
            return $"{started.Run} {started.Execution} {started.IsNew}";
        }
        catch (RunRefusedException refused)
        {
            return refused.GetType().Name;
        }
    }

    private async Task EndAsync(string run)
    {
        while (!(await _runs.LookAsync(run)).HasEnded)
        {
            await Task.Delay(TimeSpan.FromMinutes(10), _clock);
        }
    }
}
