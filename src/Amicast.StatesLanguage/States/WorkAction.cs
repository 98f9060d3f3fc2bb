using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.States.Tasks;

namespace Amicast.StatesLanguage.States;

/// <summary>What Task, Parallel and Map share: tries, tries again, catches.</summary>
internal static class WorkAction
{
    public static async ValueTask<Transition> RunAsync(WorkState state, StateVisit visit)
    {
        var retries = new RetryCounters(state.Retry, visit.Chance);
        while (true)
        {
            StateFailedException failure;
            try
            {
                return new Transition(await AttemptAsync(state, visit), state.Next);
            }
            catch (StateFailedException e)
            {
                failure = e;
            }
            catch (DataException e) when (visit.Failure(e) is StateFailedException failed)
            {
                failure = failed;
            }

            if (retries.NextDelay(failure.Error) is { } delay)
            {
                visit.ForgetTry();
                await visit.Strand.DelayAsync(delay);
                visit.RetryCount++;
                continue;
            }

            return GiveUp(state, visit, failure);
        }
    }

    private static async ValueTask<Json> AttemptAsync(WorkState state, StateVisit visit)
    {
        visit.Token = state is TaskState { WaitsForToken: true } ? visit.Strand.Execution.World.Tokens.New(visit.Strand) : null;
        var input = visit.EffectiveInput;
        input = state.Parameters?.Fill(input, visit) ?? input;
        var result = state switch
        {
            TaskState task => await TaskAction.RunAsync(task, input, visit),
            ParallelState parallel => await ParallelBranches.RunAsync(parallel, input, visit),
            MapState { Distributed: not null } map => await MapRun.RunAsync(map, input, visit),
            MapState map => await MapIterations.RunAsync(map, input, visit),
            _ => throw new InvalidOperationException($"There is no action for {state.Type} states."),
        };
        result = state.ResultSelector?.Fill(result, visit) ?? result;
        var output = visit.EffectiveOutput(state.ResultPath is { } path ? path.Put(visit.Input, result) : visit.Input);
        if (state is not TaskState)
        {
            visit.Strand.RecordAside(state.Type + "StateSucceeded", visit.Strand.LastEvent, details: null);
        }

        return output;
    }

    /// <summary>Catches the failure, or hands it on.</summary>
    private static Transition GiveUp(WorkState state, StateVisit visit, StateFailedException failure)
    {
        if (state is not TaskState)
        {
            visit.Strand.Record(state.Type + "StateFailed", details: null);
        }

        var catcher = state.Catch.FirstOrDefault(one => one.ErrorEquals.Contains(failure.Error)) ?? throw failure;
        var output = new JsonObject(
        [
            new("Error", new JsonString(failure.Error)),
            new("Cause", new JsonString(failure.Cause ?? "")),
        ]);
        var placed = catcher.ResultPath is { } path ? path.Put(visit.Input, output) : visit.Input;
        return new Transition(PayloadLimit.Check(placed, state.Name), catcher.Next);
    }
}
