using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.States;

/// <summary>Task: one try of it.</summary>
internal static class TaskAction
{
    public static async ValueTask<Json> RunAsync(TaskState state, Json input, StateVisit visit)
    {
        PayloadLimit.Check(input, state.Resource);
        var timeout = state.TimeoutSecondsPath is { } path ? SecondsPaths.Read(path, "TimeoutSecondsPath", 1, visit.EffectiveInput, visit) : state.TimeoutSeconds;
        if (state.HeartbeatSecondsPath is { } heartbeat)
        {
            _ = SecondsPaths.Read(heartbeat, "HeartbeatSecondsPath", 1, visit.EffectiveInput, visit);
        }

        var strand = visit.Strand;
        strand.Record(EventTypes.LambdaFunctionScheduled, Details.Scheduled(state.Resource, input, timeout));
        strand.Record(EventTypes.LambdaFunctionStarted, details: null);
        var outcome = await new Invocation(strand, new TaskInvocation(state.Resource, input.ToText())).RunAsync(timeout);
        return outcome.Answer is { } answer ? Succeed(state, answer, visit) : throw Failed(outcome, visit);
    }

    private static Json Succeed(TaskState state, string answer, StateVisit visit)
    {
        if (Encoding.UTF8.GetByteCount(answer) > PayloadLimit.Bytes)
        {
            var exceeded = PayloadLimit.Exceeded(state.Resource);
            throw Failed(new InvocationOutcome(null, exceeded.Error, exceeded.Message), visit);
        }

        try
        {
            var output = JsonParser.Parse(answer);
            visit.Strand.Record(EventTypes.LambdaFunctionSucceeded, Details.Output(EventTypes.LambdaFunctionSucceeded, output));
            return output;
        }
        catch (JsonException e)
        {
            throw Failed(new InvocationOutcome(null, ErrorNames.Runtime, $"The function '{state.Resource}' did not answer with JSON: {e.Message}"), visit);
        }
    }

    private static Exception Failed(InvocationOutcome outcome, StateVisit visit)
    {
        var type = outcome.Error == ErrorNames.Timeout ? EventTypes.LambdaFunctionTimedOut : EventTypes.LambdaFunctionFailed;
        visit.Strand.Record(type, Details.Error(type, outcome.Error, outcome.Cause));
        return outcome.Error == ErrorNames.Runtime
            ? new ExecutionEndingException(outcome.Error, outcome.Cause, visit.Strand.LastEvent)
            : new StateFailedException(outcome.Error, outcome.Cause);
    }
}
