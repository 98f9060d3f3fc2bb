namespace Amicast.VirtualTime;

/// <summary>The clock of a one-threaded world: time, timers and everything that waits on them live on the thread that runs the world.</summary>
/// <remarks>
/// There is no scheduler and no synchronization context. The loop takes the next alarm, sets the time and calls it back; whatever awaited
/// it goes on inline, on the same thread, until it waits again. So the order of everything is a function of the code and its seed.
/// What leaves the thread (<c>Task.Run</c>, <c>Task.Yield</c>, channels, cancelling a <c>Task.Delay</c> with a token) must not be used in
/// such a world; <see cref="AssertOnThread"/> catches what slipped through.
/// </remarks>
public abstract class WorldClock : TimeProvider
{
    private const int NoThread = -1;
    private readonly DateTimeOffset _start;
    private int _thread = NoThread;

    private protected WorldClock(DateTimeOffset start) => _start = start;

    private protected AlarmQueue Alarms { get; } = new();

    /// <summary>Ticks (100 ns) since the world's start.</summary>
    private protected long Now { get; set; }

    /// <inheritdoc/>
    public sealed override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public sealed override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Whether the caller is on the thread that runs this world, or the world is not running.</summary>
    public bool IsOnThread => _thread == NoThread || _thread == Environment.CurrentManagedThreadId;

    /// <summary>How long this world has run, in its own time.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Now);

    /// <inheritdoc/>
    public sealed override DateTimeOffset GetUtcNow() => _start.AddTicks(Now);

    /// <inheritdoc/>
    public sealed override long GetTimestamp() => Now;

    /// <inheritdoc/>
    public sealed override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Throws if the caller has left the thread that runs this world.</summary>
    /// <exception cref="InvalidOperationException">The caller is on another thread.</exception>
    public void AssertOnThread()
    {
        if (!IsOnThread)
        {
            throw new InvalidOperationException(
                "This code left the thread of its simulated world. Something it awaited went on elsewhere: see docs/decisions.md, 'One thread'.");
        }
    }

    /// <summary>Runs <paramref name="root"/> to its end on the calling thread and returns its result.</summary>
    /// <exception cref="InvalidOperationException">This world is running already, or there is nothing left that could end <paramref name="root"/>.</exception>
    public TResult Run<TResult>(Func<Task<TResult>> root)
    {
        if (_thread != NoThread)
        {
            throw new InvalidOperationException("This world is running already.");
        }

        _thread = Environment.CurrentManagedThreadId;
        try
        {
            var task = root();
            RunUntil(task);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            _thread = NoThread;
        }
    }

    /// <summary>Runs <paramref name="root"/> to its end on the calling thread.</summary>
    /// <exception cref="InvalidOperationException">This world is running already, or there is nothing left that could end <paramref name="root"/>.</exception>
    public void Run(Func<Task> root) => Run(async () =>
    {
        await root();
        return true;
    });

    internal void SetAlarm(Alarm alarm, TimeSpan dueIn) => Alarms.Set(alarm, Now + Math.Max(0, dueIn.Ticks));

    /// <summary>Moves the world on until <paramref name="root"/> has ended.</summary>
    private protected abstract void RunUntil(Task root);

    private protected void RingNext(long due)
    {
        var alarm = Alarms.Take();
        Now = Math.Max(Now, due);
        alarm.Ring();
    }

    private protected static InvalidOperationException NothingLeftToWaitFor() =>
        new("Nothing left to wait for: no alarm is set, and what the world runs has not ended. Something awaits what will never come.");
}
