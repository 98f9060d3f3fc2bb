namespace Amicast.StatesLanguage.Execution;

/// <summary>A state failed; a Retry or Catch around it may still help.</summary>
internal sealed class StateFailedException(string? error, string? cause) : Exception($"{error}: {cause}")
{
    /// <summary>The error's name; empty if a Fail state gave none, which States.ALL matches still.</summary>
    public string Error => error ?? "";

    /// <summary>The error's name as it was given.</summary>
    public string? GivenError => error;

    public string? Cause => cause;
}
