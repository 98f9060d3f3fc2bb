using Amicast.StatesLanguage.States.Conditions;

namespace Amicast.StatesLanguage.Definition;

/// <summary>Goes on by the first rule that holds.</summary>
internal sealed record ChoiceState(IReadOnlyList<ChoiceRule> Choices, string? Default) : State
{
    public override string Type => "Choice";
}

/// <summary>One rule of a Choice state; Next is missing only while the definition is read.</summary>
internal sealed record ChoiceRule(Condition Condition, string? Next);
