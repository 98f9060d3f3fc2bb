using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What was found while planning, in one Region or in the request as a whole. In which order it is noted makes no difference.</summary>
internal sealed class Findings
{
    // On Lambda the calls of a round end on several threads; the lock is never waited for in a one-threaded world.
    private readonly Lock _noting = new();
    private readonly List<Problem> _problems = [];
    private readonly List<Warning> _warnings = [];
    private readonly List<string> _changes = [];

    /// <summary>What keeps the run from starting. To be read when all looking has ended.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    /// <summary>What does not, and is worth knowing. To be read when all looking has ended.</summary>
    internal IReadOnlyList<Warning> Warnings => _warnings;

    /// <summary>What is there now and will be changed, each in a sentence. To be read when all looking has ended.</summary>
    internal IReadOnlyList<string> Changes => _changes;

    internal void Refuse(string path, string code, string cause, string remedy) => Refuse([new Problem(path, code, cause, remedy)]);

    internal void Refuse(IEnumerable<Problem> problems)
    {
        lock (_noting)
        {
            _problems.AddRange(problems);
        }
    }

    internal void Warn(string path, string code, string text)
    {
        lock (_noting)
        {
            _warnings.Add(new Warning(path, code, text));
        }
    }

    internal void Change(string sentence)
    {
        lock (_noting)
        {
            _changes.Add(sentence);
        }
    }

    /// <summary>Looks at something that a run can do without knowing: where AWS does not show it, that is a warning, and the run is not refused for it.</summary>
    /// <param name="path">What in the request it is about.</param>
    /// <param name="subject">What cannot be told then, e.g. <c>whether the name is free in eu-central-1</c>.</param>
    /// <param name="look">The look.</param>
    internal async Task TryAsync(string path, string subject, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception error) when (error is AccessDeniedException or ServiceUnavailableException)
        {
            Warn(path, Warning.NotChecked, $"{subject}: {error.Message}");
        }
    }
}
