using Amicast.Reports;

namespace Amicast.Runs;

/// <summary>A run as its execution's history tells it.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Status">Step Functions' word: <c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c>, <c>ABORTED</c>.</param>
/// <param name="StartedAt">When the execution started.</param>
/// <param name="SeenAt">When the last event happened, or when the execution ended.</param>
/// <param name="Source">The way of the first image.</param>
/// <param name="Regions">The way of each Region, in the request's order; empty before there is a plan.</param>
/// <param name="Report">The report, once there is one.</param>
/// <param name="Error">Why the execution ended without a report.</param>
/// <param name="Execution">Which of the run's executions this is: 1 is the first.</param>
/// <param name="Action">What it does: <c>distribute</c>, <c>resume</c> or <c>rollback</c>.</param>
public sealed record RunView(
    string Run,
    string Status,
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    RegionView Source,
    IReadOnlyList<RegionView> Regions,
    Report? Report,
    string? Error,
    int Execution,
    string Action)
{
    internal const string Running = "RUNNING";

    /// <summary>Whether the run has ended, well or not.</summary>
    public bool HasEnded => Status != Running;
}

/// <summary>Where one Region stands.</summary>
/// <param name="Region">The Region; empty for the source before the plan is made.</param>
/// <param name="Step">The step it is at, or was at when it ended: <c>CopyImage</c>, <c>CheckImage</c>, …</param>
/// <param name="Standing">Waiting for its turn, working, done or failed.</param>
/// <param name="Progress">How far the image is, in percent, if EC2 says so.</param>
/// <param name="Trouble">The error that the step met last, while nothing came after it; the error that the Region failed with, if it did.</param>
/// <param name="BegunAt">When its first step began.</param>
/// <param name="EndedAt">When it was done or failed.</param>
public sealed record RegionView(
    string Region, string Step, Standing Standing, double? Progress, string? Trouble, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt);

/// <summary>How a Region stands.</summary>
public enum Standing
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>At a step.</summary>
    Working,

    /// <summary>Everything asked for is done.</summary>
    Done,

    /// <summary>A step failed for good.</summary>
    Failed,
}
