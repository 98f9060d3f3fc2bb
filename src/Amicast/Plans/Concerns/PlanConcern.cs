namespace Amicast.Plans.Concerns;

/// <summary>One concern of planning: something that is looked up, checked, and written into the plan.</summary>
/// <remarks>
/// How to add one: a class in this folder, and a line in <see cref="ConcernList"/>. Reads only. A plan takes three rounds of calls, each
/// begun when the one before has ended, all calls of a round at once over all concerns and Regions:
/// <list type="number">
/// <item><description>the account's Regions, before there are concerns;</description></item>
/// <item><description><see cref="LookAsync"/>: what needs the request alone, by Region;</description></item>
/// <item><description><see cref="LookFurtherAsync"/>: what depends on what round 2 found. A concern takes the others that it depends on in
/// its constructor (the source's facts are <see cref="SourceConcern.Facts"/>) and reads them there, not before.</description></item>
/// </list>
/// So neither method awaits one call after another. On Lambda the calls of a round end on several threads: gather what they return
/// (<see cref="PlanScope.EachRegionAsync"/>), do not write it into a shared collection. Checks without a call stand in the constructor or in either
/// round. What is found is noted in <see cref="PlanScope.Findings"/> or, about one Region, in <see cref="PlanRegion.Findings"/>, in any order;
/// what a run can do without goes through <see cref="Findings.TryAsync"/>. <see cref="Complete(PlannedDestination, PlanRegion)"/> and
/// <see cref="Complete(Plan)"/> write what was resolved into the plan; they make no calls, and their plan counts only if nothing was refused.
/// </remarks>
internal abstract class PlanConcern
{
    /// <summary>Round 2: what needs the request alone.</summary>
    internal virtual Task LookAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Round 3: what depends on round 2.</summary>
    internal virtual Task LookFurtherAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Writes what was resolved for one Region into the plan.</summary>
    internal virtual PlannedDestination Complete(PlannedDestination planned, PlanRegion region) => planned;

    /// <summary>Writes what was resolved for the run as a whole into the plan.</summary>
    internal virtual Plan Complete(Plan plan) => plan;
}
