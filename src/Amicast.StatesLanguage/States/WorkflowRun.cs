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
    public static ValueTask<Json> RunAsync(Workflow workflow, Json input, Strand strand) =>
        RunAsync(workflow, new StateVisit(strand, workflow.Start, input));

    /// <summary>Goes on on another strand with the state that was left unsuccessfully, and with those that follow.</summary>
    /// <exception cref="StateFailedException">A state failed and nothing in the workflow helped.</exception>
    /// <exception cref="ExecutionEndingException">The whole execution is to fail.</exception>
    public static ValueTask<Json> ResumeAsync(Workflow workflow, StateVisit left, Strand strand) => RunAsync(workflow, left.Resume(strand));

    private static async ValueTask<Json> RunAsync(Workflow workflow, StateVisit first)
    {
        var (visit, strand) = (first, first.Strand);
        while (true)
        {
            var (output, next) = await VisitAsync(visit);
            strand.Record(visit.State.ExitedEvent, Details.Exited(visit.State.Name, output));
            strand.Visit = null;
            if (next is null)
            {
                return output;
            }

            visit = new StateVisit(strand, workflow.States[next], output);
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
