namespace Amicast.Runs;

/// <summary>Runs, the one that started last first.</summary>
/// <param name="Runs">One entry a run: its latest execution.</param>
/// <param name="NextToken">Where the next page begins; null on the last one.</param>
public sealed record RunPage(IReadOnlyList<RunSummary> Runs, string? NextToken);

/// <summary>A run in a list.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Execution">Its latest execution: 1 is the first.</param>
/// <param name="Status">Step Functions' word for that execution: <c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c>, <c>ABORTED</c>.</param>
/// <param name="StartedAt">When that execution started.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record RunSummary(string Run, int Execution, string Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);
