using Amicast.Steps;

namespace Amicast.Functions.Steps;

/// <summary>What a log line says about the work it belongs to.</summary>
internal sealed record StepScope(string? Run, string? Region)
{
    internal static StepScope Unknown { get; } = new(null, null);

    internal static StepScope Of(object? input) => input switch
    {
        PlanInput plan => new StepScope(plan.Execution.Name, null),
        StopSourceInput stop => new StepScope(stop.Plan.Run, stop.Plan.Source.Region),
        RetireSourceInput retire => new StepScope(retire.Plan.Run, retire.Plan.Source.Region),
        CreateImageInput create => new StepScope(create.Plan.Run, create.Plan.Source.Region),
        CheckImageInput check => new StepScope(null, check.Image.Region),
        RegionInput region => new StepScope(region.Run, region.Destination.Region),
        RemoveFirstImageInput remove => new StepScope(remove.Plan.Run, remove.Plan.Source.Region),
        SummarizeInput summarize => new StepScope(summarize.Execution.Name, null),
        _ => Unknown,
    };
}
