using System.Globalization;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Invariants;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Watching;

/// <summary>Which images were verified, as the account itself had it at some moment: all instances of the last attempt were there, and what the request waits for.</summary>
internal sealed class Verification
{
    private readonly HashSet<(string Region, string Image)> _verified = [];

    internal bool Is(string region, string image) => _verified.Contains((region, image));

    internal bool AnyIn(string region) => _verified.Any(one => one.Region == region);

    internal void Look(Wish wish, CloudInventory there)
    {
        foreach (var region in wish.Regions.Where(one => one.Launch is not null))
        {
            Look(there.Regions[region.Region], region.Launch!);
        }
    }

    private void Look(RegionInventory region, LaunchWish launch)
    {
        foreach (var image in region.Instances.Where(one => one.ImageId is not null && Tags.IsOfRun(one.Tags)).GroupBy(one => one.ImageId!))
        {
            // Of a fleet that may be smaller some may have died before the others are looked at.
            List<InventoryInstance> last = [.. image.GroupBy(one => AttemptOf(one)).MaxBy(attempt => attempt.Key)!.Where(one => !AccountText.DeadStates.Contains(one.State))];
            if (last.Count >= launch.Least && last.TrueForAll(one => Has(one, launch.Verify)))
            {
                _verified.Add((region.Name, image.Key));
            }
        }
    }

    private static bool Has(InventoryInstance instance, string verify) => verify switch
    {
        "none" => true,
        "running" => instance.State == "running",
        _ => instance is { State: "running", InstanceStatus: "ok", SystemStatus: "ok" },
    };

    private static int AttemptOf(InventoryInstance instance) => int.Parse(instance.Tags.GetValueOrDefault(Tags.Attempt) ?? "1", CultureInfo.InvariantCulture);
}
