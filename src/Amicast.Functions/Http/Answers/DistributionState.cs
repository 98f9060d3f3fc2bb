using System.Text.Json;
using Amicast.Runs;

namespace Amicast.Functions.Http.Answers;

/// <summary>A run as it stands.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Execution">Which of the run's executions is the latest: 1, 2, …</param>
/// <param name="Action">What that execution does: <c>distribute</c>, <c>resume</c> or <c>rollback</c>.</param>
/// <param name="Status">Step Functions' word for how it stands.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="SeenAt">When the last thing happened in it, or when it ended.</param>
/// <param name="Source">The way of the first image.</param>
/// <param name="Regions">The way of each Region; empty before there is a plan.</param>
/// <param name="Report">The report, once it has ended with one.</param>
/// <param name="Error">Why it ended without one.</param>
/// <param name="Links">What can be done with it.</param>
internal sealed record DistributionState(
    string Run,
    int Execution,
    string Action,
    string Status,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    RegionState Source,
    IReadOnlyList<RegionState> Regions,
    JsonElement? Report,
    string? Error,
    RunLinks Links)
{
    internal static ApiResponse Answer(ApiRequest request, RunView view) =>
        ApiResponse.Of(200, Of(view, request.Root), HttpDocuments.Json.DistributionState) with { Run = view.Run };

    private static DistributionState Of(RunView view, string root) => new(
        view.Run,
        view.Execution,
        view.Action,
        view.Status,
        view.StartedAt,
        view.SeenAt,
        RegionState.Of(view.Source),
        [.. view.Regions.Select(RegionState.Of)],
        view.Report is { } report ? JsonSerializer.SerializeToElement(report, AmicastJson.Default.Report) : null,
        view.Error,
        view.HasEnded ? RunLinks.OfEnded(root, view.Run, view.Action) : RunLinks.OfRunning(root, view.Run));
}

/// <summary>Where one Region stands.</summary>
/// <param name="Region">The Region; absent for the source before there is a plan.</param>
/// <param name="Standing"><c>waiting</c>, <c>working</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Step">The step it is at, or was at when it ended; absent before the first.</param>
/// <param name="Progress">How far its image is, in percent, if EC2 says so.</param>
/// <param name="Trouble">The error that the step met last, or that the Region failed with.</param>
/// <param name="BegunAt">When its first step began.</param>
/// <param name="EndedAt">When it was done or failed.</param>
internal sealed record RegionState(
    string? Region, string Standing, string? Step, double? Progress, string? Trouble, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt)
{
    internal static RegionState Of(RegionView view) =>
        new(Known(view.Region), WordOf(view.Standing), Known(view.Step), view.Progress, view.Trouble, view.BegunAt, view.EndedAt);

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private static string WordOf(Standing standing) => standing switch
    {
        Runs.Standing.Waiting => "waiting",
        Runs.Standing.Working => "working",
        Runs.Standing.Done => "done",
        _ => "failed",
    };
}
