using Amicast.Aws;
using Amicast.Ledgers;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Rollbacks;

namespace Amicast.Steps;

/// <summary>What the state <c>Summarize</c> gets.</summary>
/// <param name="State">What the execution knows: whatever of it there is by then.</param>
/// <param name="Execution">The execution.</param>
public sealed record SummarizeInput(RunRecord State, ExecutionContext Execution);

/// <summary>What an execution knows at its end.</summary>
/// <param name="Plan">The plan; absent if planning failed.</param>
/// <param name="Image">The first image; absent if it was never asked for.</param>
/// <param name="Regions">Every Region's record; absent if there was no first image.</param>
/// <param name="Failure">The step that failed before the Regions, or after them.</param>
/// <param name="Retired">The source instance, where it was to be stopped or terminated after the Regions.</param>
/// <param name="Removed">What was removed after them.</param>
/// <param name="Action"><c>rollback</c>, where the execution rolls the run back.</param>
/// <param name="Failed">The report of the run that failed and so is rolled back.</param>
/// <param name="Rollback">How far the rollback came; absent where it did not begin.</param>
public sealed record RunRecord(
    Plan? Plan = null,
    ImageRecord? Image = null,
    IReadOnlyList<RegionRecord>? Regions = null,
    IReadOnlyDictionary<string, StepError>? Failure = null,
    SourceRecord? Retired = null,
    RemovedImages? Removed = null,
    string? Action = null,
    Report? Failed = null,
    RollbackRecord? Rollback = null);

/// <summary>Makes the report: what the steps recorded, held against what carries the run's tags in every Region.</summary>
/// <remarks>Tags are the truth. A Region that cannot be looked through does not fail the report; the report says so.</remarks>
public sealed class SummarizeStep(AwsClients aws, TimeProvider time) : IStep<SummarizeInput, Report>
{
    /// <inheritdoc/>
    public async Task<Report> ExecuteAsync(SummarizeInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.State.Action is not null)
        {
            return RollbackSummary.Of(input, time.GetUtcNow());
        }

        var (state, plan) = (input.State, input.State.Plan);
        var regions = plan is null ? [] : plan.Destinations.Select(d => d.Region).Append(plan.Source.Region).Distinct().ToList();
        var looks = await Task.WhenAll(regions.Select(region => TaggedResources.LookAsync(aws.Ec2(region), region, plan!.Run, MakesTemplate(plan, region), time, cancellation)));
        var tagged = looks.ToDictionary(look => look.Region);

        state = state with { Removed = RemovedFirstImage.Of(state, plan is null ? null : tagged[plan.Source.Region]) };
        var removed = state.Removed;
        var first = plan is null ? null : RegionSummary.FirstImage(plan, state, tagged[plan.Source.Region]);
        var reports = await PublicationSummary.CompleteAsync(aws, state, RegionSummary.Of(plan, state, first, tagged, time.GetUtcNow()), cancellation);
        var failure = RegionSummary.ToReport(state.Failure);
        var end = StateOf(plan, reports, failure);
        return new Report(
            Plan.CurrentSchema, RunExecution.Of(input.Execution.Name).Run, end, plan is null ? null : input.Execution.StartedAt, time.GetUtcNow(), plan?.Source, first, plan?.Share, reports, failure,
            plan is null ? null : await SourceSummary.OfAsync(aws, plan, state, time, cancellation), SharingNotes.Of(plan), removed,
            Others: OtherRegions.Of(looks, reports, first), RollsBack: end == RunState.Failed ? plan?.RollsBack : null);
    }

    private static bool MakesTemplate(Plan plan, string region) => plan.Destinations.Any(d => d.Region == region && d.Publication is { Base: null });

    private static RunState StateOf(Plan? plan, IReadOnlyList<RegionReport> regions, ReportedFailure? failure)
    {
        var failed = regions.Count(region => !region.Succeeded);
        if (plan is null || failure is not null || failed > plan.TolerateFailedRegions)
        {
            return RunState.Failed;
        }

        return failed > 0 ? RunState.Partial : RunState.Succeeded;
    }
}
