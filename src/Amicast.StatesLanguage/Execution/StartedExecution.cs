namespace Amicast.StatesLanguage.Execution;

/// <summary>What StartExecution answers.</summary>
/// <param name="ExecutionArn">The execution's ARN.</param>
/// <param name="StartDate">When it started.</param>
public sealed record StartedExecution(string ExecutionArn, DateTimeOffset StartDate);

/// <summary>One page of executions, the latest first.</summary>
/// <param name="Executions">The executions.</param>
/// <param name="NextToken">What to ask the next page with; null after the last.</param>
public sealed record ExecutionPage(IReadOnlyList<ExecutionDescription> Executions, string? NextToken);
