using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.History;

/// <summary>The events of one execution, at most 25,000: the last is the end that came of it.</summary>
internal sealed class ExecutionHistory(string executionArn, TimeProvider clock, Action<string, HistoryEvent> observe)
{
    public const int MostEvents = 25_000;
    private readonly List<HistoryEvent> _events = [];

    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Adds an event and returns its id.</summary>
    /// <exception cref="ExecutionEndingException">There is place for the execution's end only.</exception>
    public long Add(string type, long previous, HistoryEventDetails? details) => _events.Count < MostEvents - 1
        ? AddEnd(type, previous, details)
        : throw new ExecutionEndingException(
            ErrorNames.Runtime, $"The execution reached the maximum number of history events ({MostEvents}).", previous);

    /// <summary>Adds the event that ends the execution.</summary>
    public long AddEnd(string type, long previous, HistoryEventDetails? details)
    {
        var entry = new HistoryEvent(_events.Count + 1, previous, clock.GetUtcNow(), type, details);
        _events.Add(entry);
        observe(executionArn, entry);
        return entry.Id;
    }
}
