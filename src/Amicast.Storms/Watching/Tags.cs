using Amicast.Storms.Courses;

namespace Amicast.Storms.Watching;

/// <summary>The tags by which design and documents say that everything of a run is known.</summary>
internal static class Tags
{
    internal const string Attempt = "amicast:attempt";
    internal const string Step = "amicast:step";
    private const string Run = "amicast:run";

    internal static bool IsOfRun(IReadOnlyDictionary<string, string> tags) => tags.GetValueOrDefault(Run) == Director.Run;

    internal static bool IsOfStep(IReadOnlyDictionary<string, string> tags, string step) => IsOfRun(tags) && tags.GetValueOrDefault(Step) == step;
}
