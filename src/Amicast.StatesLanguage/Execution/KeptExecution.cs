using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Execution;

/// <summary>An execution that another process has carried out, as it was kept: it can be looked at, and goes on no more.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">One of <see cref="ExecutionStatus"/>.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended; null: its process still carries it out.</param>
/// <param name="Input">Its input, JSON text.</param>
/// <param name="Output">Its output, JSON text, if it succeeded.</param>
/// <param name="Error">The error's name, if it failed with one.</param>
/// <param name="Cause">What went wrong, if it failed with a cause.</param>
/// <param name="ReadHistory">Reads its history, once, when it is asked for.</param>
public sealed record KeptExecution(
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string Input,
    string? Output,
    string? Error,
    string? Cause,
    Func<IReadOnlyList<HistoryEvent>> ReadHistory)
{
    /// <summary>The same, ended as ABORTED by <paramref name="error"/> at the moment of its last event: for an execution whose process has died.</summary>
    public KeptExecution Abort(string error, string cause)
    {
        var history = ReadHistory();
        var at = history.Count == 0 ? StartDate : history[^1].Timestamp;
        var end = new HistoryEvent(history.Count + 1, 0, at, EventTypes.ExecutionAborted, Details.Error(EventTypes.ExecutionAborted, error, cause));
        return this with { Status = ExecutionStatus.Aborted, StopDate = at, Error = error, Cause = cause, ReadHistory = () => [.. history, end] };
    }
}
