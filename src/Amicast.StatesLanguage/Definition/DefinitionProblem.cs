namespace Amicast.StatesLanguage.Definition;

/// <summary>One thing that is wrong with a definition.</summary>
/// <param name="Path">JSON path of the place, such as <c>$.States.Copy.Next</c>.</param>
/// <param name="Code">
/// One of ValidateStateMachineDefinition's codes, such as <c>SCHEMA_VALIDATION_FAILED</c> or <c>MISSING_TRANSITION_TARGET</c> (no such state, or
/// a state that nothing leads to); or <c>NOT_SUPPORTED</c>: right, but not run by this engine.
/// </param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record DefinitionProblem(string Path, string Code, string Message)
{
    /// <summary>The place as Step Functions writes it, such as <c>/States/Copy/Next</c>.</summary>
    public string Location { get; init; } = "/";

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Code}: {Message}";
}
