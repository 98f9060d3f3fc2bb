namespace Amicast.StatesLanguage.Execution;

/// <summary>An execution, as DescribeExecution answers it.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="StateMachineArn">The state machine's ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">One of <see cref="ExecutionStatus"/>.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended; null while it runs.</param>
/// <param name="Input">Its input, JSON text.</param>
/// <param name="Output">Its output, JSON text, if it succeeded.</param>
/// <param name="Error">The error's name, if it failed with one.</param>
/// <param name="Cause">What went wrong, if it failed with a cause.</param>
public sealed record ExecutionDescription(
    string ExecutionArn,
    string StateMachineArn,
    string Name,
    string Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string Input,
    string? Output,
    string? Error,
    string? Cause)
{
    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was redriven last; null if it never was.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>Whether it can be redriven now.</summary>
    public required Redrivability Redrivability { get; init; }

    /// <summary>The Map Run that started it, if one did.</summary>
    public MapRunPart? MapRun { get; init; }
}
