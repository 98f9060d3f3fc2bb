using Amicast.Reports;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Watching;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Invariants;

/// <summary>(b) One live final image in a Region, one intermediate in the source's, and exactly the instances asked for.</summary>
internal static class NothingTwice
{
    internal static IEnumerable<string> Check(Tale tale) =>
        tale.Executions.Select(one => (one.Name, one.There)).Append((Name: "the course", There: tale.After)).SelectMany(one => Check(tale, one.There).Select(problem => $"at the end of {one.Name}: {problem}"))
            .Concat(tale.LastReport.Regions.Where(region => region.Succeeded).SelectMany(region => Incomplete(tale, region)));

    private static IEnumerable<string> Check(Tale tale, CloudInventory there) => there.Regions.Values.SelectMany(region => Check(tale.Wish, region));

    private static IEnumerable<string> Check(Wish wish, RegionInventory region)
    {
        foreach (var step in new[] { "CreateImage", "CopyImage" })
        {
            var live = region.Images.Where(one => Tags.IsOfStep(one.Tags, step) && one.State != "failed").ToList();
            if (live.Count > 1)
            {
                yield return $"{region.Name} has {live.Count} live images of {step}: {string.Join(", ", live.Select(one => $"{one.Id} {one.State}"))}";
            }
        }

        var instances = Live(region).Count;
        var most = wish.In(region.Name)?.Launch?.Count ?? 0;
        if (instances > most)
        {
            yield return $"{region.Name} has {instances} live instances, and at most {most} were asked for";
        }
    }

    private static IEnumerable<string> Incomplete(Tale tale, RegionReport report)
    {
        var name = report.Region;
        if (tale.Last.WasRolledBack || tale.Wish.In(name) is not { Launch: { } launch })
        {
            yield break;
        }

        // A rollback that has removed them and not everything tells of them elsewhere.
        if (tale.LastReport.Rollback is null && report.Instances.Count < launch.Least)
        {
            yield return $"{name} succeeded with {report.Instances.Count} instances in its report, and {launch.Least} were asked for";
        }

        var region = tale.After.Regions[name];
        var launched = tale.Makings.LaunchedIn(name);
        if (launched < launch.Least)
        {
            yield return $"{name} succeeded with {launched} instances, and {launch.Least} were asked for";
        }

        if (!launch.Keeps && Live(region) is { Count: > 0 } live)
        {
            yield return $"{name} succeeded, and {live.Count} instances live that were not to be kept";
        }
    }

    private static List<InventoryInstance> Live(RegionInventory region) => [.. region.Instances.Where(one => Tags.IsOfRun(one.Tags) && !AccountText.DeadStates.Contains(one.State))];
}
