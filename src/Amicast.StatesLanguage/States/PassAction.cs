using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Pass.</summary>
internal static class PassAction
{
    public static Transition Run(PassState state, StateVisit visit)
    {
        var input = visit.EffectiveInput;
        var parameters = state.Parameters?.Fill(input, visit) ?? input;
        var result = state.Result ?? parameters;
        var output = state.ResultPath is { } path ? path.Put(visit.Input, result) : visit.Input;
        return new Transition(visit.EffectiveOutput(output), state.Next);
    }
}
