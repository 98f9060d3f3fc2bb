using Amicast.Announcements;
using Amicast.Steps;

namespace Amicast.Functions.Steps;

/// <summary>What a log line says about the work it belongs to.</summary>
internal sealed record StepScope(string? Run, string? Region, string? Execution = null)
{
    internal static StepScope Unknown { get; } = new(null, null);

    /// <summary>What went wrong although there is an answer.</summary>
    internal Exception? Failure { get; init; }

    internal static StepScope Of(object? input) => input switch
    {
        PlanInput plan => OfName(plan.Execution.Name),
        RollbackInput rollback => OfName(rollback.Execution.Name),
        StopSourceInput stop => new StepScope(stop.Plan.Run, stop.Plan.Source.Region, stop.Execution),
        RetireSourceInput retire => new StepScope(retire.Plan.Run, retire.Plan.Source.Region, retire.Execution),
        CreateImageInput create => new StepScope(create.Plan.Run, create.Plan.Source.Region, create.Execution),
        CheckImageInput check => new StepScope(check.Run, check.Image.Region, check.Execution),
        RegionInput region => new StepScope(region.Run, region.Destination.Region, region.Execution),
        RemoveFirstImageInput remove => new StepScope(remove.Plan.Run, remove.Plan.Source.Region, remove.Execution),
        SummarizeInput summarize => new StepScope(summarize.State.Plan?.Run ?? RunOf(summarize.Execution.Name), null, summarize.Execution.Name),
        StatusChange change => OfExecution(change.Detail.ExecutionArn),
        _ => Unknown,
    };

    private static StepScope OfName(string execution) => new(RunOf(execution), null, execution);

    private static string RunOf(string execution) => new ExecutionArn("", "", "", execution).Run;

    // A payload that names no execution fails by itself.
    private static StepScope OfExecution(string executionArn) => ExecutionArn.TryRead(executionArn) is { } arn ? new StepScope(arn.Run, null, arn.Name) : Unknown;
}
