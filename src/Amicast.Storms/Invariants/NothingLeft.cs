namespace Amicast.Storms.Invariants;

/// <summary>(f) After a rollback nothing of the run is left, and everything that was there before is as it was.</summary>
internal static class NothingLeft
{
    internal static IEnumerable<string> Check(Tale tale) =>
        tale.Last.WasRolledBack && AccountText.Difference(tale.Before, tale.After) is { Length: > 0 } difference ? [$"after {tale.Last.Name}: {difference}"] : [];
}
