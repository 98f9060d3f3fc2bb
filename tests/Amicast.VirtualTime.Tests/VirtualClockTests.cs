namespace Amicast.VirtualTime.Tests;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_moves_only_when_nothing_is_left_to_run()
    {
        var clock = new VirtualClock(Start);
        var log = new List<string>();

        async Task Work(string name, int minutes)
        {
            for (var i = 0; i < 2; i++)
            {
                await Task.Delay(TimeSpan.FromMinutes(minutes), clock);
                log.Add($"{clock.GetUtcNow():HH:mm} {name}");
            }
        }

        clock.Run(() => Task.WhenAll(Work("a", 60), Work("b", 30), Work("c", 60)));

        Assert.Equal(["02:30 b", "03:00 a", "03:00 c", "03:00 b", "04:00 a", "04:00 c"], log);
        Assert.Equal(TimeSpan.FromHours(2), clock.Elapsed);
    }

    [Fact]
    public void A_wait_may_last_a_year()
    {
        var clock = new VirtualClock(Start);

        clock.Run(async () =>
        {
            var rang = new TaskCompletionSource();
            await using var timer = clock.CreateTimer(_ => rang.SetResult(), null, TimeSpan.FromDays(365), Timeout.InfiniteTimeSpan);
            await rang.Task;
        });

        Assert.Equal(Start.AddDays(365), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_that_is_changed_or_disposed_of_does_not_ring_at_its_old_time()
    {
        var clock = new VirtualClock(Start);
        var rings = new List<string>();

        clock.Run(async () =>
        {
            var changed = clock.CreateTimer(_ => rings.Add($"changed {clock.Elapsed.TotalMinutes}"), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
            var disposed = clock.CreateTimer(_ => rings.Add("disposed"), null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
            changed.Change(TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
            await disposed.DisposeAsync();
            await Task.Delay(TimeSpan.FromMinutes(10), clock);
            await changed.DisposeAsync();
        });

        Assert.Equal(["changed 5"], rings);
    }

    [Fact]
    public void A_periodic_timer_rings_until_it_is_disposed_of()
    {
        var clock = new VirtualClock(Start);
        var rings = 0;

        clock.Run(async () =>
        {
            var timer = clock.CreateTimer(_ => rings++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
            await Task.Delay(TimeSpan.FromSeconds(60), clock);
            await timer.DisposeAsync();
            await Task.Delay(TimeSpan.FromSeconds(60), clock);
        });

        Assert.Equal(3, rings);
    }

    [Fact]
    public void Waiting_for_what_never_comes_is_an_error()
    {
        var clock = new VirtualClock(Start);

        var error = Assert.Throws<InvalidOperationException>(() => clock.Run(() => new TaskCompletionSource().Task));

        Assert.StartsWith("Nothing left to wait for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_root_reaches_the_caller_and_the_world_can_run_again()
    {
        var clock = new VirtualClock(Start);

        Assert.Throws<NotSupportedException>(() => clock.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock);
            throw new NotSupportedException();
        }));

        Assert.Equal(7, clock.Run(() => Task.FromResult(7)));
    }

    [Fact]
    public void A_world_that_runs_cannot_be_run_again_inside_itself()
    {
        var clock = new VirtualClock(Start);

        Assert.Throws<InvalidOperationException>(() => clock.Run(() => Task.FromResult(clock.Run(() => Task.FromResult(1)))));
    }

    [Fact]
    public void Code_that_left_the_thread_is_caught()
    {
        var clock = new VirtualClock(Start);
        Exception? caught = null;

        clock.Run(() =>
        {
            var stranger = new Thread(() => caught = Record.Exception(clock.AssertOnThread));
            stranger.Start();
            stranger.Join();
            clock.AssertOnThread();
            return Task.CompletedTask;
        });

        Assert.IsType<InvalidOperationException>(caught);
    }

    [Fact]
    public void A_cancellation_source_on_the_clock_fires_in_virtual_time_and_stays_on_the_thread()
    {
        var clock = new VirtualClock(Start);

        clock.Run(async () =>
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3), clock);
            var cancelled = new TaskCompletionSource();
            await using var registration = deadline.Token.UnsafeRegister(_ => cancelled.SetResult(), null);
            await cancelled.Task;
            clock.AssertOnThread();
        });

        Assert.Equal(TimeSpan.FromMinutes(3), clock.Elapsed);
    }
}
