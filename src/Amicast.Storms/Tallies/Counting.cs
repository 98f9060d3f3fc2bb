using Amicast.Simulator.Faults;
using Amicast.Storms.Courses;
using Amicast.Storms.Invariants;
using Amicast.Storms.Troubles;

namespace Amicast.Storms.Tallies;

/// <summary>Counts what happened in a storm.</summary>
internal static class Counting
{
    internal static StormTally Of(Tale tale, IReadOnlyDictionary<FaultKind, int> struck, FateTally fates, Blackout blackout)
    {
        var tally = new StormTally();
        tally.Count("storms");
        tally.Count(tale.Scene.IsCurable ? "storms, curable" : "storms, harmful");
        foreach (var (kind, times) in struck)
        {
            tally.Count($"fault {kind}", times);
        }

        foreach (var (fate, times) in fates.Counts)
        {
            tally.Count($"invocation {fate}", times);
        }

        tally.Count("calls into an outage", blackout.Stopped);
        foreach (var execution in tale.Executions)
        {
            Count(tally, execution);
        }

        return tally;
    }

    private static void Count(StormTally tally, EndedExecution execution)
    {
        tally.Count("executions");
        tally.Count($"act {execution.Act.Kind}");
        tally.Count($"execution {execution.Status}");
        tally.Count($"report {execution.Report?.State.ToString() ?? "none"}");
        tally.Count("calls", execution.Effort.Calls);
        tally.Count("events", execution.Effort.Events);
        foreach (var error in execution.Report?.Regions.Select(region => region.Failure?.Error).Append(execution.Report.Failure?.Error).OfType<string>() ?? [])
        {
            tally.Count($"failure {error}");
        }
    }
}
