using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.States.Tasks;

namespace Amicast.StatesLanguage.Execution;

/// <summary>The operations on tasks that wait for their token.</summary>
public sealed partial class LocalStepFunctions
{
    /// <summary>Ends a task that waits for its token with an output. Its execution goes on after this call.</summary>
    /// <param name="taskToken">The token, <c>$$.Task.Token</c> of the task.</param>
    /// <param name="output">JSON text of at most 256 KiB.</param>
    /// <exception cref="StepFunctionsException">InvalidToken, TaskTimedOut (the task waits no longer), InvalidOutput.</exception>
    public void SendTaskSuccess(string taskToken, string output)
    {
        var token = OpenToken(taskToken);
        ArgumentNullException.ThrowIfNull(output);
        if (Encoding.UTF8.GetByteCount(output) > PayloadLimit.Bytes)
        {
            throw new StepFunctionsException("InvalidOutput", $"Invalid Output: 'The output is of at most {PayloadLimit.Bytes} bytes.'");
        }

        try
        {
            _ = JsonParser.Parse(output);
        }
        catch (JsonException e)
        {
            throw new StepFunctionsException("InvalidOutput", $"Invalid Output: '{e.Message}'");
        }

        token.Return(new TaskOutcome(output, null, null));
    }

    /// <summary>Ends a task that waits for its token with an error, for its Retry and Catch to match.</summary>
    /// <exception cref="StepFunctionsException">InvalidToken, TaskTimedOut (the task waits no longer).</exception>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null) =>
        OpenToken(taskToken).Return(new TaskOutcome(null, error, cause));

    /// <summary>Says that a task is still being worked on: its HeartbeatSeconds begin anew. Its TimeoutSeconds do not.</summary>
    /// <exception cref="StepFunctionsException">InvalidToken, TaskTimedOut (the task waits no longer).</exception>
    public void SendTaskHeartbeat(string taskToken) => OpenToken(taskToken).Race?.Beat();

    private TaskToken OpenToken(string taskToken)
    {
        clock.AssertOnThread();
        return World.Tokens.Open(taskToken);
    }
}
