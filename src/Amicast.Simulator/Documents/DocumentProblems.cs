namespace Amicast.Simulator.Documents;

/// <summary>The problems of a document, as they are found.</summary>
/// <param name="ignoresUnknown">Whether properties that nobody asks for are no problem.</param>
internal sealed class DocumentProblems(bool ignoresUnknown)
{
    private readonly List<DocumentProblem> _all = [];

    internal IReadOnlyList<DocumentProblem> All => _all;

    internal bool IgnoresUnknown { get; } = ignoresUnknown;

    internal bool HasAt(string path) => _all.Exists(problem => problem.Path == path);

    /// <summary>What is asked for twice is wrong only once.</summary>
    internal void Add(DocumentProblem problem)
    {
        if (!_all.Contains(problem))
        {
            _all.Add(problem);
        }
    }
}
