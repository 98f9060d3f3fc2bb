using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary>The call that one try of a task makes; whatever comes of it is an outcome.</summary>
internal sealed class TaskCall(TaskState state, Json input, StateVisit visit)
{
    private readonly World _world = visit.Strand.Execution.World;

    /// <summary>Calls the function or the service.</summary>
    public Task<TaskOutcome> RunAsync() => OutcomeAsync(async () => state.Integration?.ResourceType switch
    {
        null => await _world.Invoker.InvokeAsync(new TaskInvocation(state.Resource, input.ToText())),
        "lambda" => (await LambdaInvoke.CallAsync((JsonObject)input, visit)).ToText(),
        "events" => (await PutEvents.CallAsync(state.Resource, (JsonObject)input, visit)).ToText(),
        _ => StartExecution.Call((JsonObject)input, state.Integration.Pattern, visit).ToText(),
    });

    /// <summary>Waits for the job that the call started.</summary>
    public Task<TaskOutcome> FinishAsync(Json started) => OutcomeAsync(async () => (await StartExecution.FinishAsync((JsonObject)started, visit)).ToText());

    private async Task<TaskOutcome> OutcomeAsync(Func<Task<string>> call)
    {
        try
        {
            var answer = await call();
            _world.Clock.AssertOnThread();
            return new TaskOutcome(answer, null, null);
        }
        catch (TaskFailedException e)
        {
            return new TaskOutcome(null, e.Error, e.Cause);
        }
        catch (DataException e)
        {
            return new TaskOutcome(null, e.Error, e.Message);
        }
        catch (Exception e)
        {
            return new TaskOutcome(null, ErrorNames.Runtime, $"The host of '{state.Resource}' failed: {e.GetType().FullName}: {e.Message}");
        }
    }
}
