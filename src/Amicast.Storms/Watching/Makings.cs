using Amicast.Simulator.Inventory;

namespace Amicast.Storms.Watching;

/// <summary>What the run has made, and when, as the account itself had it at the moment.</summary>
internal sealed class Makings
{
    private readonly Dictionary<string, DateTimeOffset> _made = [];
    private readonly Dictionary<string, HashSet<string>> _launched = [];

    /// <summary>How many instances were ever launched in a Region.</summary>
    internal int LaunchedIn(string region) => _launched.GetValueOrDefault(region)?.Count ?? 0;

    /// <summary>Whether something was made less than <paramref name="age"/> before a moment.</summary>
    internal bool IsYoung(string id, DateTimeOffset at, TimeSpan age) => _made.TryGetValue(id, out var made) && at - made < age;

    internal void Note(RegionInventory region, DateTimeOffset at)
    {
        foreach (var id in region.Images.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id)
            .Concat(region.Snapshots.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id))
            .Concat(region.LaunchTemplates.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id)))
        {
            _made.TryAdd(id, at);
        }

        foreach (var id in region.Instances.Where(one => Tags.IsOfStep(one.Tags, "LaunchInstances")).Select(one => one.Id))
        {
            _made.TryAdd(id, at);
            (_launched.TryGetValue(region.Name, out var launched) ? launched : _launched[region.Name] = []).Add(id);
        }
    }
}
