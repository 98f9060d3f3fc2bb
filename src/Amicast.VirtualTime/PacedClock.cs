using System.Collections.Concurrent;

namespace Amicast.VirtualTime;

/// <summary>
/// The same one-threaded world, paced against a real clock and open to the outside: requests of other threads enter by an inbox,
/// and work that leaves the world (real HTTP, another process) comes back by it.
/// </summary>
/// <param name="start">What the clock shows at first.</param>
/// <param name="speed">World seconds per real second; <see cref="double.PositiveInfinity"/>: as fast as the work allows, holding still while work is outside.</param>
/// <param name="wall">The clock that the pace follows; a composition root gives the system's.</param>
public sealed class PacedClock(DateTimeOffset start, double speed, TimeProvider wall) : WorldClock(start), IDisposable
{
    private readonly BlockingCollection<Action> _inbox = [];
    private readonly double _speed = speed > 0 ? speed : throw new ArgumentOutOfRangeException(nameof(speed), speed, "A speed is above zero.");
    // Where the present pace began, on either clock.
    private (long Wall, long World) _from;
    private int _outside;
    private int _atWallPace;
    private bool _open;

    // World seconds per real second, now.
    private double Pace => _atWallPace > 0 ? Math.Min(1, _speed) : _speed;

    private bool IsUnpaced => double.IsPositiveInfinity(Pace);

    /// <summary>Keeps the world running while it has nothing to do, for a server that waits for requests. Off, an idle world is an error.</summary>
    public bool StaysOpen
    {
        get => _open;
        set => _open = value;
    }

    /// <summary>From any thread: runs <paramref name="action"/> on the world's thread, after what the world is doing now.</summary>
    public void Post(Action action) => _inbox.Add(action);

    /// <summary>From any thread: carries <paramref name="work"/> out inside the world; the returned task goes on outside it.</summary>
    public Task<TResult> InsideAsync<TResult>(Func<Task<TResult>> work)
    {
#pragma warning disable RS0030 // The caller is outside the world: its continuation must not run on the world's thread.
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
#pragma warning restore RS0030
        _inbox.Add(() => _ = CompleteAsync(work, done));
        return done.Task;
    }

    /// <summary>From inside the world: carries <paramref name="work"/> out on other threads; its result comes back to the world's thread.</summary>
    public Task<TResult> OutsideAsync<TResult>(Func<Task<TResult>> work)
    {
        AssertOnThread();
        _outside++;
        return LeaveAsync(work, () => _outside--);
    }

    /// <summary>
    /// The same for work that takes real time and calls the world meanwhile, such as another process: until it is done, a world second takes a real second
    /// at least, so that time-outs and waits around the work mean what they say.
    /// </summary>
    public Task<TResult> OutsideAtWallPaceAsync<TResult>(Func<Task<TResult>> work)
    {
        AssertOnThread();
        // What the world lags behind its faster pace is let go: made up for now, it would be over before the work has begun.
        ChangePace(by: 1);
        return LeaveAsync(work, () =>
        {
            CatchUp();
            ChangePace(by: -1);
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _inbox.Dispose();

    private protected override void RunUntil(Task root)
    {
        _from = (wall.GetTimestamp(), Now);
        while (!root.IsCompleted)
        {
            if (_inbox.TryTake(out var action))
            {
                action();
                continue;
            }

            var any = Alarms.TryPeek(out var due);
            if (!any && _outside == 0 && _atWallPace == 0 && !_open)
            {
                throw NothingLeftToWaitFor();
            }

            var wait = UntilDue(any, due);
            if (wait == TimeSpan.Zero)
            {
                RingNext(due);
            }
            else if (_inbox.TryTake(out action, wait))
            {
                CatchUp();
                action();
            }
        }
    }

    private static async Task CompleteAsync<TResult>(Func<Task<TResult>> work, TaskCompletionSource<TResult> done)
    {
        try
        {
            done.SetResult(await work());
        }
        catch (OperationCanceledException)
        {
            done.SetCanceled();
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private static void Settle<TResult>(TaskCompletionSource<TResult> back, Task<TResult> ended)
    {
        if (ended.IsCanceled)
        {
            back.SetCanceled();
        }
        else if (ended.Exception is { } failure)
        {
            back.SetException(failure.InnerExceptions);
        }
        else
        {
            back.SetResult(ended.Result);
        }
    }

    private Task<TResult> LeaveAsync<TResult>(Func<Task<TResult>> work, Action cameBack)
    {
        var back = new TaskCompletionSource<TResult>();
#pragma warning disable RS0030 // Leaving the thread is what this method is for; the result re-enters through the inbox.
        _ = Task.Run(work).ContinueWith(ended => _inbox.Add(() =>
        {
            cameBack();
            Settle(back, ended);
        }), TaskScheduler.Default);
#pragma warning restore RS0030
        return back.Task;
    }

    private void ChangePace(int by)
    {
        _from = (wall.GetTimestamp(), Now);
        _atWallPace += by;
    }

    /// <summary>How long, in real time, until the next alarm; infinite while only the inbox can move the world.</summary>
    private TimeSpan UntilDue(bool any, long due)
    {
        if (!any || (IsUnpaced && _outside > 0))
        {
            return Timeout.InfiniteTimeSpan;
        }

        if (IsUnpaced)
        {
            return TimeSpan.Zero;
        }

        var left = TimeSpan.FromTicks((long)((due - _from.World) / Pace)) - wall.GetElapsedTime(_from.Wall);
        return left <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue));
    }

    /// <summary>Before work from outside: the world's time is what the pace says, though never past the next alarm.</summary>
    private void CatchUp()
    {
        if (IsUnpaced)
        {
            return;
        }

        var paced = _from.World + (long)(wall.GetElapsedTime(_from.Wall).Ticks * Pace);
        Now = Math.Max(Now, Alarms.TryPeek(out var due) ? Math.Min(paced, due) : paced);
    }
}
