namespace Amicast.StatesLanguage.Execution;

/// <summary>A task failed with a named error, for Retry and Catch to match.</summary>
/// <param name="error">The error's name: for a function its <c>errorType</c>.</param>
/// <param name="cause">What went wrong: for a function its whole error document.</param>
public sealed class TaskFailedException(string error, string? cause) : Exception($"{error}: {cause}")
{
    /// <summary>The error's name.</summary>
    public string Error => error;

    /// <summary>What went wrong.</summary>
    public string? Cause => cause;
}
