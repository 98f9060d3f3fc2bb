using System.Text.Json;
using Amicast.Local.Scheduling;
using Amicast.Simulator.Faults;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.Scheduling;

/// <summary>Schedules on the engine: every delivery through <c>statemachine/schedule.asl.json</c>.</summary>
public sealed class LocalSchedulerTests
{
    private static readonly JsonElement MoveInstance = JsonElement.Parse(Repository.Read("examples/move-instance.json"));
    private static readonly JsonElement ImageDatabase = JsonElement.Parse("""
        { "source": { "region": "us-east-1", "instanceId": "i-0fedcba9876543210" }, "image": { "name": "db-{date:yyyyMMdd}-{time:HHmm}", "reboot": false } }
        """);

    private readonly VirtualClock _clock = new(LocalCloud.ExampleAccount.StartsAt);
    private readonly LocalCloud _cloud;
    private readonly List<string> _heard = [];
    private readonly LocalScheduler _scheduler;

    public LocalSchedulerTests()
    {
        _cloud = LocalCloud.Simulated(_clock, 1, LocalCloud.ExampleAccount, FaultPlan.None, Deployment.Default);
        _scheduler = _cloud.StartScheduler(start => _heard.Add($"{_clock.GetUtcNow():dd HH:mm:ss} {start.Run}{(start.IsDuplicate ? " duplicate" : "")}{start.Error}"));
    }

    [Fact]
    public void A_day_of_schedules_starts_a_run_for_each_time_that_is_due_and_names_images_by_it() => _clock.Run(async () =>
    {
        Assert.Equal(DateTimeOffset.Parse("2026-11-22T02:00:00Z"), _scheduler.Add(new Schedule("db", "rate(8 hours)", "UTC", ImageDatabase)));
        Assert.Equal(DateTimeOffset.Parse("2026-11-22T22:30:00Z"), _scheduler.Add(new Schedule("web-nightly", "cron(30 23 * * ? *)", "Europe/Berlin", MoveInstance)));
        Assert.Null(_scheduler.Add(new Schedule("never", "cron(0 2 1 1 ? 2026)", "UTC", MoveInstance)));
        await Task.Delay(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1), _clock);

        Assert.Equal(["22 02:00:00 db-20261122-020000", "22 10:00:00 db-20261122-100000", "22 18:00:00 db-20261122-180000", "22 22:30:00 web-nightly-20261122-223000"], _heard);
        Assert.Equal(
            ["web-nightly-20261122-223000 SUCCEEDED", "db-20261122-180000 SUCCEEDED", "db-20261122-100000 SUCCEEDED", "db-20261122-020000 SUCCEEDED"],
            (await _cloud.Runs.ListAsync(null, 10, null)).Runs.Select(run => $"{run.Run} {run.Status}"));
        Assert.Equal(["db-20261122-0200", "db-20261122-1000", "db-20261122-1800", "web-20261122-2230", "web-20261122-2230", "web-20261122-2230"], ImageNames());
        return true;
    });

    [Fact]
    public void A_second_delivery_while_the_run_goes_on_is_told_of_that_run_and_after_its_end_is_a_duplicate_and_nothing_is_made_twice() => _clock.Run(async () =>
    {
        var (schedule, time) = (new Schedule("db", "at(2026-11-22T03:00:00)", "UTC", ImageDatabase), DateTimeOffset.Parse("2026-11-22T03:00:00Z"));
        _scheduler.Add(schedule);
        await Task.Delay(TimeSpan.FromHours(1), _clock);
        _scheduler.Deliver(schedule, time);
        await Task.Delay(TimeSpan.FromMinutes(1), _clock);
        _scheduler.Deliver(schedule, time);
        await Task.Delay(TimeSpan.FromHours(4), _clock);
        _scheduler.Deliver(schedule, time);
        await Task.Delay(TimeSpan.FromMinutes(1), _clock);

        Assert.Equal(["22 03:00:00 db-20261122-030000", "22 03:00:00 db-20261122-030000", "22 03:01:00 db-20261122-030000", "22 07:01:00 db-20261122-030000 duplicate"], _heard);
        Assert.Equal(["db-20261122-030000 1 SUCCEEDED"], (await _cloud.Runs.ListAsync(null, 10, null)).Runs.Select(run => $"{run.Run} {run.Execution} {run.Status}"));
        Assert.Equal(["db-20261122-0300"], ImageNames());
        return true;
    });

    [Fact]
    public void A_delivery_late_by_hours_names_its_run_and_its_image_by_the_time_that_it_was_due_whatever_time_the_request_says() => _clock.Run(async () =>
    {
        await Task.Delay(TimeSpan.FromHours(30), _clock);
        _scheduler.Deliver(new Schedule("db", "rate(8 hours)", "UTC", With("\"scheduledTime\": \"2020-01-01T00:00:00Z\"")), DateTimeOffset.Parse("2026-11-22T23:59:59Z"));
        await Task.Delay(TimeSpan.FromHours(2), _clock);

        Assert.Equal(["23 08:00:00 db-20261122-235959"], _heard);
        Assert.Equal(["db-20261122-2359"], ImageNames());
        return true;
    });

    [Fact]
    public void A_scheduled_request_that_names_a_run_is_refused_by_that_run() => _clock.Run(async () =>
    {
        _scheduler.Add(new Schedule("db", "at(2026-11-22T03:00:00)", "UTC", With("\"run\": \"db\"")));
        await Task.Delay(TimeSpan.FromHours(2), _clock);

        var run = await _cloud.Runs.LookAsync("db-20261122-030000");
        Assert.Equal("FAILED", run.Status);
        Assert.Contains(
            "$.run: RunIsNotExecution: the request names run 'db', the execution is named 'db-20261122-030000'; give the execution the run's name, or leave 'run' out",
            run.Report!.Failure!.Message, StringComparison.Ordinal);
        return true;
    });

    [Fact]
    public void A_delivery_that_can_start_no_run_fails_after_its_retries_and_says_why() => _clock.Run(async () =>
    {
        _scheduler.Add(new Schedule("a name", "at(2026-11-22T03:00:00)", "UTC", ImageDatabase));
        await Task.Delay(TimeSpan.FromHours(2), _clock);

        Assert.Equal("StepFunctions.InvalidNameException: Invalid Name: 'a name-20261122-030000'", Assert.Single(_heard)["22 03:00:00 ".Length..]);
        Assert.Empty((await _cloud.Runs.ListAsync(null, 10, null)).Runs);
        return true;
    });

    private IEnumerable<string> ImageNames() => _cloud.Account!.Inspect().Regions.Values.SelectMany(region => region.Images).Select(image => image.Name).Order(StringComparer.Ordinal);

    private static JsonElement With(string property) => JsonElement.Parse(ImageDatabase.GetRawText().Replace("{ \"source\"", $"{{ {property}, \"source\"", StringComparison.Ordinal));
}
