using System.Text.Json;
using Amicast.Runs;

namespace Amicast.Local.Tests;

/// <summary>What looks at runs cost, and what they see of ends that are not the flow's own.</summary>
public sealed class RunLooksTests
{
    [Fact]
    public void A_look_at_a_run_that_runs_takes_two_calls_and_at_one_that_has_ended_two_without_its_history()
    {
        var watched = new Watched();
        var calls = watched.Clock.Run(async () =>
        {
            await watched.Runs.StartAsync("web", Watched.Request);
            await watched.Runs.LookAsync("web");
            watched.TakeCalls();
            await watched.Runs.LookAsync("web");
            var whileRunning = watched.TakeCalls();
            await watched.EndAsync("web");
            watched.TakeCalls();
            await watched.Runs.LookAsync("web");
            return (whileRunning, watched.TakeCalls());
        });

        Assert.Equal(("DescribeExecution GetExecutionHistory", "DescribeExecution DescribeExecution"), calls);
    }

    [Fact]
    public void A_run_that_is_redriven_is_seen_to_run_again()
    {
        var watched = new Watched();
        var statuses = watched.Clock.Run(async () =>
        {
            await watched.Runs.StartAsync("web", Watched.Request);
            await watched.Runs.StopAsync("web", "Enough.");
            var stopped = await watched.Runs.LookAsync("web");
            await watched.CallAsync("RedriveExecution", "web");
            var redriven = await watched.Runs.LookAsync("web");
            return (stopped.Status, redriven.Status, (await watched.EndAsync("web")).Status);
        });

        Assert.Equal(("ABORTED", "RUNNING", "SUCCEEDED"), statuses);
    }

    [Fact]
    public void Two_looks_at_once_read_every_event_once()
    {
        var watched = new Watched();
        var (one, two, alone) = watched.Clock.Run(async () =>
        {
            await watched.Runs.StartAsync("web", Watched.Request);
            await Task.Delay(TimeSpan.FromMinutes(20), watched.Clock);
            var follower = await watched.Runs.Follow("web").LookAsync();
            watched.ReadSlowly(eventsPerPage: 7);
            var looks = await Task.WhenAll(watched.Runs.LookAsync("web"), watched.Runs.LookAsync("web"));
            return (looks[0], looks[1], follower);
        });

        Assert.Equal([Text(alone), Text(alone)], [Text(one), Text(two)]);
    }

    [Fact]
    public void A_run_that_somebody_stops_without_a_word_or_that_lasts_too_long_says_how_it_ended()
    {
        var stopped = new Watched();
        var aborted = stopped.Clock.Run(async () =>
        {
            await stopped.Runs.StartAsync("web", Watched.Request);
            await stopped.CallAsync("StopExecution", "web");
            return await stopped.Runs.LookAsync("web");
        });
        var slow = new Watched(edit: definition => definition.Replace("\"TimeoutSeconds\": 2678400", "\"TimeoutSeconds\": 900", StringComparison.Ordinal));
        var timedOut = slow.Clock.Run(async () =>
        {
            await slow.Runs.StartAsync("web", Watched.Request);
            return await slow.EndAsync("web");
        });

        Assert.Equal(
            [("ABORTED", "Aborted: The execution ended as ABORTED."), ("TIMED_OUT", "States.Timeout: The execution ended as TIMED_OUT.")],
            [(aborted.Status, aborted.Error), (timedOut.Status, timedOut.Error)]);
    }

    private static string Text(RunView view) => JsonSerializer.Serialize(view);
}
