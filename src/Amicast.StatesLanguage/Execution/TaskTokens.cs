using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Execution;

/// <summary>The tokens of all tasks that wait, or waited, for theirs.</summary>
internal sealed class TaskTokens(Chance chance)
{
    private const int TokenBytes = 96;
    private readonly Dictionary<string, TaskToken> _all = [];

    public TaskToken New(Strand strand)
    {
        var bytes = new byte[TokenBytes];
        chance.NextBytes(bytes);
        var token = new TaskToken(Convert.ToBase64String(bytes), strand);
        _all.Add(token.Text, token);
        return token;
    }

    /// <summary>The token, if its task still waits.</summary>
    /// <exception cref="StepFunctionsException">InvalidToken, TaskTimedOut.</exception>
    public TaskToken Open(string text)
    {
        var token = _all.GetValueOrDefault(text) ?? throw new StepFunctionsException("InvalidToken", "Invalid Token: 'Invalid token'");
        return token.IsOpen
            ? token
            : throw new StepFunctionsException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }
}
