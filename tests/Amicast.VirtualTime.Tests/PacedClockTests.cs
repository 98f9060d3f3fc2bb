namespace Amicast.VirtualTime.Tests;

public sealed class PacedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_infinite_speed_it_tells_the_same_story_as_the_virtual_clock()
    {
        using var paced = new PacedClock(Start, double.PositiveInfinity, new SteppingWall());

        Assert.Equal(Story(new VirtualClock(Start)), Story(paced));
    }

    [Fact]
    public void At_a_finite_speed_it_tells_the_same_story_too()
    {
        using var paced = new PacedClock(Start, 3600, new SteppingWall());

        Assert.Equal(Story(new VirtualClock(Start)), Story(paced));
    }

    [Fact]
    public void An_alarm_is_not_rung_before_the_wall_says_so()
    {
        var wall = new SteppingWall();
        using var clock = new PacedClock(Start, 3000, wall);

        clock.Run(() => Task.Delay(TimeSpan.FromMinutes(1), clock));

        Assert.True(wall.Passed >= TimeSpan.FromMilliseconds(20), $"60 virtual seconds at speed 3000 took {wall.Passed}");
    }

    [Fact]
    public void Work_outside_leaves_the_thread_and_its_result_comes_back_to_it()
    {
        using var clock = new PacedClock(Start, double.PositiveInfinity, new SteppingWall());

        var (outside, back) = clock.Run(async () =>
        {
            var wasOnThread = await clock.OutsideAsync(() => Task.FromResult(clock.IsOnThread));
            return (wasOnThread, clock.IsOnThread);
        });

        Assert.Equal((false, true), (outside, back));
    }

    [Fact]
    public void An_error_outside_comes_back_as_it_was_thrown()
    {
        using var clock = new PacedClock(Start, double.PositiveInfinity, new SteppingWall());

        Assert.Throws<NotSupportedException>(() => clock.Run(() => clock.OutsideAsync<int>(() => throw new NotSupportedException())));
    }

    [Fact]
    public void A_clock_at_infinite_speed_holds_still_while_work_is_outside()
    {
        using var clock = new PacedClock(Start, double.PositiveInfinity, new SteppingWall());
        using var finish = new ManualResetEventSlim();

        clock.Run(async () =>
        {
            var alarm = Task.Delay(TimeSpan.FromHours(1), clock);
            await clock.OutsideAsync(() =>
            {
                clock.Post(finish.Set);
                finish.Wait(TestContext.Current.CancellationToken);
                return Task.FromResult(true);
            });
            Assert.Equal(TimeSpan.Zero, clock.Elapsed);
            await alarm;
        });

        Assert.Equal(TimeSpan.FromHours(1), clock.Elapsed);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(double.PositiveInfinity)]
    public void While_work_that_calls_back_is_outside_a_second_takes_a_second_and_after_it_the_speed_is_as_before(double speed)
    {
        var wall = new SteppingWall();
        using var clock = new PacedClock(Start, speed, wall);

        clock.Run(async () =>
        {
            var back = await clock.OutsideAtWallPaceAsync(() => clock.InsideAsync(async () =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock);
                return clock.IsOnThread;
            }));
            Assert.Equal((true, true), (back, clock.IsOnThread));
            Assert.InRange(wall.Passed, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200));
            await Task.Delay(TimeSpan.FromMinutes(10), clock);
        });

        Assert.InRange(wall.Passed, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1));
        Assert.InRange(clock.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public void A_request_from_another_thread_is_carried_out_inside()
    {
        using var clock = new PacedClock(Start, double.PositiveInfinity, new SteppingWall()) { StaysOpen = true };
        var end = new TaskCompletionSource();
        var answer = false;
        var client = new Thread(() => _ = clock.InsideAsync(async () =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock);
            answer = clock.IsOnThread;
            end.SetResult();
            return true;
        }));

        client.Start();
        clock.Run(() => end.Task);
        client.Join();

        Assert.True(answer);
        Assert.Equal(TimeSpan.FromMinutes(1), clock.Elapsed);
    }

    [Fact]
    public void An_idle_world_that_nobody_can_wake_is_an_error()
    {
        using var clock = new PacedClock(Start, 1, new SteppingWall());

        Assert.Throws<InvalidOperationException>(() => clock.Run(() => new TaskCompletionSource().Task));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_speed_that_is_not_above_zero_is_refused(double speed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PacedClock(Start, speed, new SteppingWall()));

    private static List<string> Story(WorldClock clock)
    {
        var log = new List<string>();

        async Task Work(string name, int seconds)
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), clock);
                log.Add($"{clock.GetUtcNow():HH:mm:ss} {name}");
            }
        }

        clock.Run(() => Task.WhenAll(Work("a", 20), Work("b", 30), Work("c", 20)));
        return log;
    }

    /// <summary>A wall clock that is five milliseconds later each time somebody looks at it, however slow the machine is.</summary>
    private sealed class SteppingWall : TimeProvider
    {
        private long _now;

        public TimeSpan Passed => TimeSpan.FromTicks(_now);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += TimeSpan.TicksPerSecond / 200;
    }
}
