using Amicast.Simulator.Inventory;

namespace Amicast.Storms.Invariants;

/// <summary>Everything an account has, a line each, but for instances that are dead and what goes with them.</summary>
internal static class AccountText
{
    internal static readonly string[] DeadStates = ["shutting-down", "terminated"];

    internal static IReadOnlyList<string> Lines(CloudInventory inventory) => [.. inventory.Regions.Values.SelectMany(Lines)];

    internal static string Difference(CloudInventory before, CloudInventory after)
    {
        var (was, now) = (Lines(before), Lines(after));
        return string.Join("; ", now.Except(was).Select(line => $"+ {line}").Concat(was.Except(now).Select(line => $"- {line}")));
    }

    private static IEnumerable<string> Lines(RegionInventory region)
    {
        var live = region.Instances.Where(one => !DeadStates.Contains(one.State)).ToList();
        return live.Select(one => $"{one.Id} {Resting(one.State)} {one.ImageId} {one.InstanceType} {Tags(one.Tags)}")
            .Concat(region.Images.Select(one => $"{one.Id} {one.Name} {one.State} {one.Description} for {Sorted(one.LaunchPermissions)} {Sorted(one.SnapshotIds)} {Tags(one.Tags)}"))
            .Concat(region.Snapshots.Select(one => $"{one.Id} {one.State} for {Sorted(one.CreateVolumePermissions)} {Tags(one.Tags)}"))
            .Concat(region.Volumes.Where(volume => volume.InstanceId is null || live.Exists(one => one.Id == volume.InstanceId)).Select(one => $"{one.Id} {one.State} {one.InstanceId} {Tags(one.Tags)}"))
            .Concat(region.LaunchTemplates.Select(one => $"{one.Id} {one.Name} {one.DefaultVersion} {string.Join(',', one.VersionImageIds)} {string.Join(',', one.VersionDescriptions)} {Tags(one.Tags)}"))
            .Concat(region.Parameters.Select(one => $"{one.Name} {one.Value} {one.DataType} {one.Description} {Tags(one.Tags)}"))
            .Select(line => $"{region.Name} {line}");
    }

    private static string Resting(string state) => state == "pending" ? "running" : state;

    private static string Sorted(IEnumerable<string> values) => string.Join(',', values.Order(StringComparer.Ordinal));

    private static string Tags(IReadOnlyDictionary<string, string> tags) => Sorted(tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
