using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Parallel: one try of it.</summary>
internal sealed class ParallelBranches : Branching
{
    private readonly ParallelState _state;
    private readonly Json _input;

    private ParallelBranches(ParallelState state, Json input, StateVisit visit) : base(visit, state.Branches.Count, state.Branches.Count) =>
        (_state, _input) = (state, input);

    public static Task<Json> RunAsync(ParallelState state, Json input, StateVisit visit)
    {
        if (visit.LeftBranches is null)
        {
            visit.Strand.Record("ParallelStateStarted", details: null);
        }

        return new ParallelBranches(state, input, visit).RunAllAsync();
    }

    protected override MapItem? ItemOf(int index) => null;

    protected override Workflow WorkflowOf(int index) => _state.Branches[index];

    protected override ValueTask<Json> RunOneAsync(int index, Strand strand) => WorkflowRun.RunAsync(_state.Branches[index], _input, strand);
}
