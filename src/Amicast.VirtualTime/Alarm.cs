namespace Amicast.VirtualTime;

/// <summary>One timer of a world.</summary>
internal sealed class Alarm(WorldClock clock, TimerCallback callback, object? state) : ITimer
{
    private const long Void = -1;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>The place of the current setting among all settings; an entry of the queue with another one is void.</summary>
    internal long Order { get; set; } = Void;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.AssertOnThread();
        _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
        Order = Void;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.SetAlarm(this, dueTime);
        }

        return true;
    }

    internal void Ring()
    {
        Order = Void;
        if (_period != Timeout.InfiniteTimeSpan)
        {
            clock.SetAlarm(this, _period);
        }

        callback(state);
    }

    public void Dispose() => Order = Void;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
