namespace Amicast.StatesLanguage.Execution;

/// <summary>The whole execution fails, past every Retry and Catch: States.Runtime, or the history is full.</summary>
internal sealed class ExecutionEndingException(string? error, string? cause, long previous) : Exception($"{error}: {cause}")
{
    public string? Error => error;

    public string? Cause => cause;

    /// <summary>The event that led to it.</summary>
    public long PreviousEventId => previous;
}
