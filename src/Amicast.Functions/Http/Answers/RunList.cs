using Amicast.Runs;

namespace Amicast.Functions.Http.Answers;

/// <summary>A page of the runs, the newest execution first.</summary>
/// <param name="Runs">The runs; a page may have fewer than were asked for, and none, though others follow.</param>
/// <param name="NextToken">Gives the page after this one; absent after the last. It lasts 24 hours.</param>
/// <param name="Links">This page's own.</param>
internal sealed record RunList(IReadOnlyList<ListedRun> Runs, string? NextToken, PageLinks Links)
{
    internal static RunList Of(RunPage page, string root, string query)
    {
        var path = $"{root}/distributions";
        var next = page.NextToken is { } token ? new Link("GET", $"{path}?{query}{(query.Length > 0 ? "&" : "")}nextToken={Uri.EscapeDataString(token)}") : null;
        return new RunList([.. page.Runs.Select(run => ListedRun.Of(run, root))], page.NextToken, new PageLinks(next));
    }
}

/// <summary>One run of a page.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Execution">Which of its executions is the latest.</param>
/// <param name="Status">Step Functions' word for how that stands.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended; absent while it runs.</param>
/// <param name="Links">Where its whole state is.</param>
internal sealed record ListedRun(string Run, int Execution, string Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, RunLinks Links)
{
    internal static ListedRun Of(RunSummary run, string root) =>
        new(run.Run, run.Execution, run.Status, run.StartedAt, run.EndedAt, new RunLinks(RunLinks.ToSelf(root, run.Run)));
}

/// <summary>Where a list goes on.</summary>
/// <param name="Next">The page after this one; absent after the last.</param>
internal sealed record PageLinks(Link? Next);
