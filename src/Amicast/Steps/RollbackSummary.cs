using Amicast.Ledgers;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Rollbacks;

namespace Amicast.Steps;

/// <summary>The report of a rollback: what it saw last, since it has looked until there was nothing more to do.</summary>
internal static class RollbackSummary
{
    internal static Report Of(SummarizeInput input, DateTimeOffset now)
    {
        var (state, failure) = (input.State, RegionSummary.ToReport(input.State.Failure));
        var rollback = state.Rollback is { } record ? RollbackReport.Of(record) : null;
        var isDone = state.Rollback is { Done: true } && rollback!.Regions.All(region => region.Left.Count == 0);
        var end = failure is null && isDone ? RunState.RolledBack : RunState.Failed;
        return state.Failed is { } failed
            ? (rollback is null ? failed : WithoutWhatIsGone(failed)) with { State = end, EndedAt = now, Failure = failure ?? failed.Failure, Rollback = rollback, RollsBack = null }
            : new Report(Plan.CurrentSchema, RunExecution.Of(input.Execution.Name).Run, end, input.Execution.StartedAt, now, null, null, null, [], failure, Rollback: rollback);
    }

    // What stays is what failed, and where. A rollback that was refused, or never came to its first look, has removed nothing.
    private static Report WithoutWhatIsGone(Report failed) =>
        failed with { Image = null, Regions = [.. failed.Regions.Select(WithoutWhatIsGone)], Removed = null, Others = null };

    private static RegionReport WithoutWhatIsGone(RegionReport region) =>
        region with { Image = null, Permissions = null, Instances = [], Others = [], Template = null, Launch = null };
}
