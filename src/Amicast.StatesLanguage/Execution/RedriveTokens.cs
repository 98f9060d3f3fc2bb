namespace Amicast.StatesLanguage.Execution;

/// <summary>The client tokens that executions were redriven with. A token is good for 15 minutes.</summary>
internal sealed class RedriveTokens
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly Dictionary<(string Execution, string Token), DateTimeOffset> _used = [];

    /// <summary>Whether the execution was redriven with this token a short while ago.</summary>
    public bool IsRepeated(RunningExecution execution, string? token) =>
        token is not null && _used.TryGetValue((execution.Arn, token), out var used) && execution.Clock.GetUtcNow() - used < Life;

    public void Keep(RunningExecution execution, string? token)
    {
        if (token is not null)
        {
            _used[(execution.Arn, token)] = execution.Clock.GetUtcNow();
        }
    }
}
