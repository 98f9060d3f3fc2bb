using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.States;

/// <summary>Runs a workflow on a strand, state by state.</summary>
internal static class WorkflowRun
{
    /// <exception cref="StateFailedException">A state failed and nothing in the workflow helped.</exception>
    /// <exception cref="ExecutionEndingException">The whole execution is to fail.</exception>
    public static async ValueTask<Json> RunAsync(Workflow workflow, Json input, Strand strand)
    {
        var (state, data) = (workflow.Start, input);
        while (true)
        {
            var visit = new StateVisit(strand, state, data);
            var (output, next) = await VisitAsync(visit);
            strand.Record(state.ExitedEvent, Details.Exited(state.Name, output));
            strand.State = null;
            if (next is null)
            {
                return output;
            }

            (state, data) = (workflow.States[next], output);
        }
    }

    private static async ValueTask<Transition> VisitAsync(StateVisit visit)
    {
        try
        {
            return visit.State switch
            {
                PassState state => PassAction.Run(state, visit),
                ChoiceState state => ChoiceAction.Run(state, visit),
                SucceedState => new Transition(visit.EffectiveOutput(visit.EffectiveInput), Next: null),
                FailState state => throw FailAction.Failure(state, visit),
                WaitState state => await WaitAction.RunAsync(state, visit),
                WorkState state => await WorkAction.RunAsync(state, visit),
                _ => throw new InvalidOperationException($"There is no action for {visit.State.Type} states."),
            };
        }
        catch (DataException e)
        {
            throw visit.Failure(e);
        }
    }
}

/// <summary>How a visit ends: with which output, and in which state the strand goes on; null where the workflow ends.</summary>
internal readonly record struct Transition(Json Output, string? Next);
