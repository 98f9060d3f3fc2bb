using System.Text.Json;
using Amicast.Errors;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Ledgers;

/// <summary>What one execution of a run intended and recorded.</summary>
/// <param name="Number">Which of the run's executions it is.</param>
/// <param name="IsRunning">Whether it has not ended.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Input">Its input: a request document, or what asks for a rollback.</param>
/// <param name="Plan">Its plan; absent where it came to none, and so has made nothing.</param>
/// <param name="Regions">What it recorded last of each Region that it began.</param>
/// <param name="HasRolledBack">Whether it has begun to roll the run back.</param>
internal sealed record LedgerEntry(
    int Number,
    bool IsRunning,
    DateTimeOffset StartedAt,
    JsonElement Input,
    Plan? Plan,
    IReadOnlyDictionary<string, RegionRecord> Regions,
    bool HasRolledBack);

/// <summary>The executions of a run, the first one first.</summary>
/// <param name="Entries">Those that Step Functions still knows.</param>
/// <param name="Missing">The names of those before the last that it does not know: it forgets an execution 90 days after its end.</param>
internal sealed record Ledger(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<string> Missing)
{
    /// <summary>All plans, the first one first.</summary>
    internal IEnumerable<Plan> Plans => Entries.Select(entry => entry.Plan).OfType<Plan>();

    /// <exception cref="RunStillRunningException">One of the executions has not ended.</exception>
    internal void CheckEnded(string run)
    {
        if (Entries.FirstOrDefault(entry => entry.IsRunning) is { } running)
        {
            throw new RunStillRunningException($"The execution {new RunExecution(run, running.Number).Name} of run {run} has not ended. Wait for its end or stop it, and start the run's next execution then.");
        }
    }
}
