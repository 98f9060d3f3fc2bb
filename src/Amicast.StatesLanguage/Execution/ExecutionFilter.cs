namespace Amicast.StatesLanguage.Execution;

/// <summary>Which executions to list: those of a state machine or of a Map Run, and of these those of a status, or those redriven or not.</summary>
internal sealed record ExecutionFilter(string? StateMachineArn, string? MapRunArn, string? Status, string? Redriven)
{
    private const string IsRedriven = "REDRIVEN";
    private const string IsNotRedriven = "NOT_REDRIVEN";

    /// <summary>What a page's token is good for.</summary>
    public string Scope => string.Join(' ', StateMachineArn ?? MapRunArn, Status, Redriven).TrimEnd();

    /// <exception cref="StepFunctionsException">ValidationException.</exception>
    public void Check()
    {
        if (StateMachineArn is null == MapRunArn is null)
        {
            throw new StepFunctionsException("ValidationException", "Exactly one of stateMachineArn and mapRunArn must be specified");
        }

        CheckValue(Status, "statusFilter", [.. ExecutionStatus.All, "PENDING_REDRIVE"]);
        CheckValue(Redriven, "redriveFilter", [IsRedriven, IsNotRedriven]);
    }

    public bool Accepts(RunningExecution execution) =>
        (MapRunArn is null ? execution.StateMachine.Arn == StateMachineArn : execution.MapRun?.Arn == MapRunArn)
        && (Status is null || execution.Status == Status)
        && (Redriven is null || execution.RedriveCount > 0 == (Redriven == IsRedriven));

    private static void CheckValue(string? value, string member, IReadOnlyList<string> values)
    {
        if (value is not null && !values.Contains(value))
        {
            throw Paging.OutOfRange(value, member, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");
        }
    }
}
