using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.History;

/// <summary>The events of one execution, at most 25,000: the last is the end that came of it.</summary>
/// <param name="executionArn">The execution.</param>
/// <param name="clock">The world's clock.</param>
/// <param name="observe">Hears of every event that is added.</param>
/// <param name="read">Reads the events of an execution that another process carried out, when they are asked for; null: there are none yet.</param>
internal sealed class ExecutionHistory(string executionArn, TimeProvider clock, Action<string, HistoryEvent> observe, Func<IReadOnlyList<HistoryEvent>>? read = null)
{
    public const int MostEvents = 25_000;
    private List<HistoryEvent>? _events = read is null ? [] : null;

    public IReadOnlyList<HistoryEvent> Events => Known;

    private List<HistoryEvent> Known => _events ??= [.. read!()];

    /// <summary>Adds an event and returns its id.</summary>
    /// <exception cref="ExecutionEndingException">There is place for the execution's end only.</exception>
    public long Add(string type, long previous, HistoryEventDetails? details) => Known.Count < MostEvents - 1
        ? AddEnd(type, previous, details)
        : throw new ExecutionEndingException(
            ErrorNames.Runtime, $"The execution reached the maximum number of history events ({MostEvents}).", previous);

    /// <summary>Adds the event that ends the execution.</summary>
    public long AddEnd(string type, long previous, HistoryEventDetails? details)
    {
        var entry = new HistoryEvent(Known.Count + 1, previous, clock.GetUtcNow(), type, details);
        Known.Add(entry);
        observe(executionArn, entry);
        return entry.Id;
    }
}
