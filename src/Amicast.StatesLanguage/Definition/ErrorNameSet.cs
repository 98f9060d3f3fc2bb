using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Definition;

/// <summary>The names of an ErrorEquals.</summary>
/// <remarks>
/// <code>
/// States.ALL         every error but States.Runtime and States.DataLimitExceeded
/// States.TaskFailed  every error but States.Runtime and States.Timeout
/// States.Timeout     States.Timeout and States.HeartbeatTimeout
/// any other name     that error
/// </code>
/// States.Runtime ends the execution wherever it happens and is asked about nowhere.
/// </remarks>
internal sealed record ErrorNameSet(IReadOnlyList<string> Names)
{
    public bool Contains(string error) => Names.Any(name => name == error || Covers(name, error));

    private static bool Covers(string name, string error) => name switch
    {
        ErrorNames.All => error is not (ErrorNames.Runtime or ErrorNames.DataLimitExceeded),
        ErrorNames.TaskFailed => error is not (ErrorNames.Runtime or ErrorNames.Timeout),
        ErrorNames.Timeout => error == ErrorNames.HeartbeatTimeout,
        _ => false,
    };
}
