using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Execution;

/// <summary>Whether an execution can be redriven, as DescribeExecution says it.</summary>
/// <param name="Status"><c>REDRIVABLE</c>, <c>NOT_REDRIVABLE</c> or <c>REDRIVABLE_BY_MAP_RUN</c>.</param>
/// <param name="Reason">Why not; null where it can.</param>
/// <remarks>
/// Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html. A Map Run redrives those of its
/// executions that did not succeed; nobody else does.
/// </remarks>
public sealed record Redrivability(string Status, string? Reason)
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(14);

    /// <summary>An execution with more events has no place for the redrive and what follows on it.</summary>
    private const int MostEvents = ExecutionHistory.MostEvents - 2;

    internal static Redrivability Of(RunningExecution execution) => Obstacle(execution) is { } reason
        ? new("NOT_REDRIVABLE", reason)
        : new(execution.MapRun is null ? "REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN", Reason: null);

    private static string? Obstacle(RunningExecution execution) => execution switch
    {
        { Status: ExecutionStatus.Running or ExecutionStatus.Succeeded } => $"Execution is {execution.Status} and cannot be redriven",
        { IsKept: true } => "Execution was carried out by another process and cannot be redriven",
        { History.Events.Count: > MostEvents } => "Execution history event limit exceeded",
        _ when execution.Left <= TimeSpan.Zero => "Execution has exceeded the max execution time",
        _ when execution.Clock.GetUtcNow() - execution.StopDate > Period => "Execution redrivable period exceeded",
        _ => null,
    };
}
