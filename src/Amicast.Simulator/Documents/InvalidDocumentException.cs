namespace Amicast.Simulator.Documents;

/// <summary>A document was refused; <see cref="Problems"/> has everything that is wrong in it, in the order of the document.</summary>
public sealed class InvalidDocumentException(string document, IReadOnlyList<DocumentProblem> problems)
    : Exception($"The {document} has {problems.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; } = problems;
}
