using Amicast.Simulator.Faults;
using Amicast.Storms.Courses;
using Amicast.Storms.Troubles;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Tallies;

/// <summary>What should have happened in many storms, and did not: a storm that no longer storms proves nothing.</summary>
public static class Calms
{
    // Events of the account are nobody's business in a storm: Amicast looks by itself.
    private static readonly FaultKind[] NotDrawn = [FaultKind.EventLost, FaultKind.EventLate, FaultKind.EventTwice];

    private static readonly Wish Nothing = new("", null, null, StopsBeforehand: false, "keep", TimeSpan.Zero, 0, RollsBackOnFailure: false, []);

    /// <summary>The names of what a tally has too little of: less than once in a hundred storms.</summary>
    public static IReadOnlyList<string> In(StormTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var least = tally.Counts.GetValueOrDefault("storms") / 100.0;
        return [.. Expected().Where(what => tally.Counts.GetValueOrDefault(what) < least)];
    }

    private static IEnumerable<string> Expected() =>
        Enum.GetValues<FaultKind>().Except(NotDrawn).Select(kind => $"fault {kind}")
            .Concat(Enum.GetValues<Fate>().Where(fate => fate != Fate.Spared).Select(fate => $"invocation {fate}"))
            .Concat(Enum.GetValues<ActKind>().Select(act => $"act {act}"))
            .Concat(Counting.Asked(Nothing).Select(one => $"asked {one.What}"))
            .Concat(["calls into an outage", "execution ABORTED", "execution FAILED", "execution SUCCEEDED", "report Succeeded", "report Partial", "report Failed", "report RolledBack", "storms, curable", "storms, harmful"]);
}
