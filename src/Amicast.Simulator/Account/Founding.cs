using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Kms;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Account;

/// <summary>Makes the accounts that a document describes, as if everything in them had been there for long.</summary>
internal sealed class Founding(AccountDocument document, WorldClock clock, Chance chance, FaultDice faults)
{
    private readonly Dictionary<string, RegionCatalog> _catalogs = document.Regions.ToDictionary(region => region.Name, _ => new RegionCatalog());
    private readonly HashSet<string> _taken = [];

    internal CloudAccounts Found()
    {
        var first = new Plot(document.AccountId, document.Organization, document.Regions, chance);
        var others = document.OtherAccounts
            .Select(other => new Plot(other.AccountId, other.Organization, RegionsOf(other), chance.Fork($"account/{other.AccountId}")))
            .ToList();

        // Keys come first: what one account has may be under a key of another.
        IReadOnlyList<KmsKeys>[] keys = [.. others.Prepend(first).Select(KeysOf)];
        var accounts = others.Prepend(first).Select((plot, i) => Found(plot, keys[i])).ToList();
        if (document.IsSaved)
        {
            _taken.UnionWith(accounts.SelectMany(account => account.Regions).SelectMany(IdsIn).Select(ResourceIds.DigitsOf));
        }

        return new(accounts[0], [.. accounts.Skip(1).Select((account, i) => (account, document.OtherAccounts[i].AccessKeyIds))]);
    }

    private List<KmsKeys> KeysOf(Plot plot) => [.. plot.Regions.Select(region =>
        new KmsKeys(plot.AccountId, region, RegionFounding.ChanceOf(region, plot.Chance).Fork("keys"), _catalogs[region.Name].Keys))];

    private Ec2Account Found(Plot plot, IReadOnlyList<KmsKeys> keys)
    {
        var ids = new ResourceIds(plot.Chance.Fork("founding"));
        var founding = new RegionFounding(plot.AccountId, document.Limits, ids, clock.GetUtcNow());
        var regions = plot.Regions.Select((region, i) => founding.Found(region, _catalogs[region.Name], keys[i], plot.Chance)).ToList();
        var principal = new Principal(plot.AccountId, plot.Organization?.OrganizationArn, plot.Organization?.OrganizationalUnitArns ?? []);
        return new(principal, regions, clock, plot.Chance, faults)
        {
            Limits = document.Limits,
            Roles = new(plot.AccountId == document.AccountId ? document.Roles : null),
            Ids = new(plot.Chance.Fork("ids"), _taken),
        };
    }

    /// <summary>Every Region of the first account; what the document does not describe is empty.</summary>
    private List<RegionDocument> RegionsOf(OtherAccountDocument other) => [.. document.Regions.Select(region =>
        other.Regions.FirstOrDefault(own => own.Name == region.Name) ?? new(region.Name, region.OptInStatus, region.AvailabilityZones, [], [], []))];

    private IEnumerable<string> IdsIn(Region region)
    {
        var now = clock.GetUtcNow();
        IEnumerable<IEnumerable<Resource>> shelves =
        [
            region.Images.Existing(now), region.Snapshots.Existing(now), region.Volumes.Existing(now), region.Instances.Existing(now), region.Templates.Existing(now),
        ];
        return shelves.SelectMany(shelf => shelf).Select(resource => resource.Id);
    }

    /// <summary>What one account is made of.</summary>
    private sealed record Plot(string AccountId, OrganizationDocument? Organization, IReadOnlyList<RegionDocument> Regions, Chance Chance);
}
