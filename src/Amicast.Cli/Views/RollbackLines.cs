using Amicast.Rollbacks;

namespace Amicast.Cli.Views;

/// <summary>What a rollback did, Region by Region, in lines.</summary>
internal static class RollbackLines
{
    internal static IEnumerable<string> Of(RollbackReport? rollback)
    {
        if (rollback is null)
        {
            return [];
        }

        IEnumerable<string> missing = rollback.Missing is { } gone
            ? [$"Step Functions no longer knows {string.Join(", ", gone)}: every Region was looked through by the run's tag, and what was there before could not be put back."]
            : [];
        return missing.Concat(rollback.Regions.SelectMany(Of));
    }

    private static IEnumerable<string> Of(RolledBackRegion region)
    {
        yield return region.Removed.Count == 0 ? $"{region.Region}: nothing to remove" : $"{region.Region}: removed {string.Join(", ", region.Removed)}";
        foreach (var words in region.Restored)
        {
            yield return $"{region.Region}: put back {words}";
        }

        foreach (var words in region.Kept)
        {
            yield return $"{region.Region}: left alone: {words}";
        }

        foreach (var left in region.Left)
        {
            yield return $"{region.Region}: could not be removed or put back: {left.Resource}: {left.Why}";
        }
    }
}
