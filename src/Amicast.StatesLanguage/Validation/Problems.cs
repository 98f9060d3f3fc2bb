using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Collects what is wrong with a definition while it is read.</summary>
internal sealed class Problems
{
    private readonly List<DefinitionProblem> _found = [];

    public IReadOnlyList<DefinitionProblem> Found => _found;

    public void Add(Location at, string code, string message) => _found.Add(new DefinitionProblem(at.Path, code, message)
    {
        Location = at.Pointer.Length == 0 ? "/" : at.Pointer,
    });

    public void Wrong(Location at, string message) => Add(at, ProblemCodes.Schema, message);
}
