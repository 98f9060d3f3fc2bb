using Amicast.Simulator.Inventory;
using Amicast.Storms.Watching;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Invariants;

/// <summary>(d) Permissions are exactly as asked where a Region succeeded, and nobody else ever holds one.</summary>
internal static class PermissionsAsAsked
{
    private const string Everyone = "all";

    internal static IEnumerable<string> Check(Tale tale)
    {
        foreach (var region in tale.Last.WasRolledBack ? [] : tale.Wish.Regions)
        {
            var there = tale.After.Regions[region.Region];
            var report = tale.LastReport.Regions.FirstOrDefault(one => one.Region == region.Region);
            foreach (var image in there.Images.Where(one => Tags.IsOfRun(one.Tags) || one.Id == tale.Wish.SourceImage))
            {
                var exactly = report is { Succeeded: true } && report.Image?.ImageId == image.Id;
                foreach (var problem in Check(tale, region, there, image, exactly))
                {
                    yield return $"{region.Region}: {problem}";
                }
            }
        }
    }

    private static IEnumerable<string> Check(Tale tale, RegionWish wish, RegionInventory there, InventoryImage image, bool exactly)
    {
        var before = tale.Before.Regions[there.Name];
        var was = before.Images.FirstOrDefault(one => one.Id == image.Id)?.LaunchPermissions ?? [];
        foreach (var problem in Compare(image.Id, image.LaunchPermissions, was, OnImage(wish.Share, was), exactly))
        {
            yield return problem;
        }

        foreach (var snapshot in there.Snapshots.Where(one => image.SnapshotIds.Contains(one.Id)))
        {
            var held = before.Snapshots.FirstOrDefault(one => one.Id == snapshot.Id)?.CreateVolumePermissions ?? [];
            foreach (var problem in Compare(snapshot.Id, snapshot.CreateVolumePermissions, held, OnSnapshot(wish.Share, held), exactly))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Compare(string id, IReadOnlyList<string> holds, IReadOnlyList<string> was, IReadOnlySet<string> asked, bool exactly)
    {
        var strangers = holds.Except(asked).Except(was).ToList();
        if (strangers.Count > 0 || (exactly && !asked.SetEquals(holds)))
        {
            yield return $"{id} is for {Text(holds)}, and was to be for {Text(asked)}";
        }
    }

    private static HashSet<string> OnImage(ShareWish? share, IReadOnlyList<string> was)
    {
        if (share is null)
        {
            return [.. was];
        }

        HashSet<string> holders = [.. share.IsExact ? [] : was, .. share.Accounts, .. share.Organizations];
        return WithEveryone(holders, share.IsPublic);
    }

    private static HashSet<string> OnSnapshot(ShareWish? share, IReadOnlyList<string> was) => share switch
    {
        null => [.. was],
        { WithSnapshots: false } => share.IsExact ? [] : [.. was],
        _ => WithEveryone([.. share.IsExact ? [] : was, .. share.Accounts], share.IsPublic),
    };

    private static HashSet<string> WithEveryone(HashSet<string> holders, bool? isPublic)
    {
        if (isPublic == true)
        {
            holders.Add(Everyone);
        }
        else if (isPublic == false)
        {
            holders.Remove(Everyone);
        }

        return holders;
    }

    private static string Text(IEnumerable<string> holders) => $"[{string.Join(", ", holders.Order(StringComparer.Ordinal))}]";
}
