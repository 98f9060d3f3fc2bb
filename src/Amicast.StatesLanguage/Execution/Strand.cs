using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Execution;

/// <summary>One line of work of an execution: its main line, a branch of a Parallel state or an iteration of a Map state.</summary>
/// <remarks>
/// A strand that is stopped never goes on: what it waits for is left uncompleted and collected with it. Cancelling it instead would
/// have to run code of the strand, and there is nothing for that code to do.
/// </remarks>
internal sealed class Strand(RunningExecution execution, long lastEvent, MapItem? item)
{
    private readonly List<Strand> _children = [];
    private ITimer? _alarm;

    public RunningExecution Execution => execution;

    /// <summary>The Map item that it works on, if it does.</summary>
    public MapItem? Item => item;

    /// <summary>The event that its next event follows on.</summary>
    public long LastEvent { get; set; } = lastEvent;

    /// <summary>Its stay in the state it is in; where it was stopped or failed, the one to go on with when the execution is redriven.</summary>
    public StateVisit? Visit { get; set; }

    /// <summary>The state it is in, while it is in one.</summary>
    public State? State => Visit?.State;

    public bool IsStopped { get; private set; }

    /// <summary>What else to stop with the strand: what it started outside.</summary>
    public Action? Stopping { get; set; }

    /// <summary>A strand inside this one's state.</summary>
    public Strand Fork(long previous, MapItem? inner)
    {
        var child = new Strand(execution, previous, inner ?? item);
        _children.Add(child);
        return child;
    }

    /// <summary>Lets go of a strand that has ended.</summary>
    public void Join(Strand child) => _children.Remove(child);

    /// <summary>Records an event that follows on this strand's last one.</summary>
    public long Record(string type, HistoryEventDetails? details) => LastEvent = RecordAside(type, LastEvent, details);

    /// <summary>Records an event beside the strand's line: its next event does not follow on it.</summary>
    public long RecordAside(string type, long previous, HistoryEventDetails? details) =>
        IsStopped ? throw new StrandStoppedException() : execution.History.Add(type, previous, details);

    /// <summary>Ends after <paramref name="delay"/>, however long that is; never, if the strand is stopped before.</summary>
    public async Task DelayAsync(TimeSpan delay)
    {
        var rung = new TaskCompletionSource();
        SetAlarm(delay, rung.SetResult);
        await rung.Task;
    }

    /// <summary>Calls <paramref name="ring"/> after <paramref name="delay"/>, unless the alarm is silenced or the strand stopped before, or the execution's year ends.</summary>
    public void SetAlarm(TimeSpan delay, Action ring)
    {
        Silence();
        var left = execution.Left;
        _alarm = delay <= left
            ? execution.Clock.CreateTimer(_ => ring(), state: null, delay, Timeout.InfiniteTimeSpan)
            : execution.Clock.CreateTimer(_ => execution.TimeOut(), state: null, left, Timeout.InfiniteTimeSpan);
    }

    public void Silence()
    {
        _alarm?.Dispose();
        _alarm = null;
    }

    /// <summary>Stops this strand and all inside it.</summary>
    public void Stop()
    {
        IsStopped = true;
        Silence();
        Stopping?.Invoke();
        Stopping = null;
        _children.ForEach(child => child.Stop());
        _children.Clear();
    }

    /// <summary>The strands inside this one.</summary>
    public IReadOnlyList<Strand> Children => _children;
}

/// <summary>An item that a Map state's iteration works on.</summary>
internal sealed record MapItem(int Index, Json Value);
