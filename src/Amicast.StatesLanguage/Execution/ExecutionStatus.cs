namespace Amicast.StatesLanguage.Execution;

/// <summary>The statuses of an execution, as AWS writes them.</summary>
public static class ExecutionStatus
{
    /// <summary>It has not ended.</summary>
    public const string Running = "RUNNING";

    /// <summary>It ended with an output.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>It ended with an error.</summary>
    public const string Failed = "FAILED";

    /// <summary>It lasted longer than the state machine's TimeoutSeconds.</summary>
    public const string TimedOut = "TIMED_OUT";

    /// <summary>It was stopped.</summary>
    public const string Aborted = "ABORTED";

    internal static IReadOnlyList<string> All { get; } = [Running, Succeeded, Failed, TimedOut, Aborted];
}
