using Amicast.StatesLanguage.History;
using Amicast.Storms.Courses;

namespace Amicast.Storms.Watching;

/// <summary>Counts what the execution under way costs.</summary>
internal sealed class EffortMeter
{
    private readonly List<(int Calls, TaskCompletionSource Reached)> _awaited = [];
    private int _calls;
    private int _events;
    private long _largestData;

    internal void Reset() => (_calls, _events, _largestData) = (0, 0, 0);

    internal Effort Read() => new(_calls, _events, _largestData);

    /// <summary>Ends as soon as there have been so many calls.</summary>
    internal Task ReachedAsync(int calls)
    {
        var reached = new TaskCompletionSource();
        _awaited.Add((calls, reached));
        return reached.Task;
    }

    internal void CountCall()
    {
        _calls++;
        foreach (var (_, reached) in _awaited.Where(one => one.Calls == _calls).ToList())
        {
            reached.TrySetResult();
        }
    }

    internal void CountEvent(HistoryEvent happened)
    {
        _events++;
        _largestData = Math.Max(_largestData, happened.Details?.DataLength ?? 0);
    }
}
