using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Collects what is wrong with a definition while it is read.</summary>
internal sealed class Problems
{
    private readonly List<DefinitionProblem> _found = [];
    private readonly List<DefinitionProblem> _warnings = [];

    public IReadOnlyList<DefinitionProblem> Found => _found;

    /// <summary>What runs, but hardly as it is meant.</summary>
    public IReadOnlyList<DefinitionProblem> Warnings => _warnings;

    public void Add(Location at, string code, string message) => _found.Add(Problem(at, code, message));

    public void Warn(Location at, string code, string message) => _warnings.Add(Problem(at, code, message));

    public void Wrong(Location at, string message) => Add(at, ProblemCodes.Schema, message);

    private static DefinitionProblem Problem(Location at, string code, string message) =>
        new(at.Path, code, message) { Location = at.Pointer.Length == 0 ? "/" : at.Pointer };
}
