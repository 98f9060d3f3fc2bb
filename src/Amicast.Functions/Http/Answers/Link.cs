using Amicast.Runs;

namespace Amicast.Functions.Http.Answers;

/// <summary>What can be asked of the API next.</summary>
/// <param name="Method">The method.</param>
/// <param name="Href">The path, with the stage where there is one.</param>
internal sealed record Link(string Method, string Href);

/// <summary>What can be done with a run; what its state does not allow is absent.</summary>
internal sealed record RunLinks(Link Self, Link? Stop = null, Link? Resume = null, Link? Rollback = null)
{
    internal static string PathOf(string root, string run) => $"{root}/distributions/{run}";

    /// <summary>Of a run that has just been started or told to go on.</summary>
    internal static RunLinks OfRunning(string root, string run) => new(ToSelf(root, run), Stop: new Link("DELETE", PathOf(root, run)));

    /// <summary>Of a run that has ended. What was rolled back is not resumed, but what could not be removed can be tried again.</summary>
    internal static RunLinks OfEnded(string root, string run, string action) => new(
        ToSelf(root, run),
        Resume: action == RunAction.Rollback ? null : new Link("POST", $"{PathOf(root, run)}/resume"),
        Rollback: new Link("POST", $"{PathOf(root, run)}/rollback"));

    internal static Link ToSelf(string root, string run) => new("GET", PathOf(root, run));
}
