using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Choice: the first rule that holds decides, else Default.</summary>
/// <remarks>Where neither does, AWS reports States.Runtime and keeps the name States.NoChoiceMatched for later.</remarks>
internal static class ChoiceAction
{
    public static Transition Run(ChoiceState state, StateVisit visit)
    {
        var input = visit.EffectiveInput;
        foreach (var rule in state.Choices)
        {
            if (rule.Condition.Holds(input, visit))
            {
                return new Transition(visit.EffectiveOutput(input), rule.Next);
            }
        }

        return state.Default is { } next
            ? new Transition(visit.EffectiveOutput(input), next)
            : throw DataException.Runtime("Failed to transition out of the state. The state does not point to a next state.");
    }
}
