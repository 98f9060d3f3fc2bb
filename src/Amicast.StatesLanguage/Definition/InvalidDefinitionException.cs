namespace Amicast.StatesLanguage.Definition;

/// <summary>A definition cannot be run; <see cref="Problems"/> lists everything that is wrong with it.</summary>
public sealed class InvalidDefinitionException(IReadOnlyList<DefinitionProblem> problems)
    : Exception("Invalid State Machine Definition:\n" + string.Join('\n', problems))
{
    /// <summary>Every problem, in the order in which the definition is read.</summary>
    public IReadOnlyList<DefinitionProblem> Problems => problems;
}
