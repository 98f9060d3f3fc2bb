using Amicast.Simulator.Faults;
using Amicast.Storms.Courses;
using Amicast.Storms.Invariants;
using Amicast.Storms.Troubles;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Tallies;

/// <summary>Counts what happened in a storm.</summary>
internal static class Counting
{
    internal static StormTally Of(Tale tale, IReadOnlyDictionary<FaultKind, int> struck, FateTally fates, Blackout blackout)
    {
        var tally = new StormTally();
        tally.Count("storms");
        tally.Count(tale.Scene.IsCurable ? "storms, curable" : "storms, harmful");
        foreach (var (what, isAsked) in Asked(tale.Wish))
        {
            tally.Count($"asked {what}", isAsked ? 1 : 0);
        }

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

    internal static IEnumerable<(string What, bool IsAsked)> Asked(Wish wish) =>
    [
        ("source image", wish.SourceImage is not null),
        ("source stopped beforehand", wish.StopsBeforehand),
        ("source given up", wish.Afterwards != "keep"),
        ("own key", wish.Regions.Any(region => region.HasOwnKey)),
        ("shared", wish.Regions.Any(region => region.Share is not null)),
        ("shared exactly", wish.Regions.Any(region => region.Share is { IsExact: true })),
        ("public", wish.Regions.Any(region => region.Share is { IsPublic: true })),
        ("launched", wish.Regions.Any(region => region.Launch is not null)),
        ("fleet that may be smaller", wish.Regions.Any(region => region.Launch is { } launch && launch.Least < launch.Count)),
        ("instances not kept", wish.Regions.Any(region => region.Launch is { Keeps: false })),
        ("published after verification", wish.Regions.Any(region => region.Template is { Publish: "afterVerify" })),
        ("parameter", wish.Regions.Any(region => region.Template is { Parameter: not null })),
        ("rollback on failure", wish.RollsBackOnFailure),
        ("failed Regions tolerated", wish.Tolerated > 0),
        ("several Regions", wish.Regions.Count > 1),
    ];

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
