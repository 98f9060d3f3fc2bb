using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Account;

/// <summary>Makes the accounts that a document describes, as if everything in them had been there for long.</summary>
internal sealed class Founding(AccountDocument document, WorldClock clock, Chance chance, FaultDice faults)
{
    private readonly Dictionary<string, RegionCatalog> _catalogs = document.Regions.ToDictionary(region => region.Name, _ => new RegionCatalog());

    internal CloudAccounts Found()
    {
        var first = Found(document.AccountId, document.Organization, document.Regions, chance);
        var others = document.OtherAccounts.Select(other => (
            Account: Found(other.AccountId, other.Organization, RegionsOf(other), chance.Fork($"account/{other.AccountId}")),
            other.AccessKeyIds));
        return new(first, [.. others]);
    }

    private Ec2Account Found(string accountId, OrganizationDocument? organization, IReadOnlyList<RegionDocument> regions, Chance own)
    {
        var ids = new ResourceIds(own.Fork("founding"));
        var founded = regions.Select(region => new RegionFounding(accountId, document.Limits, ids, clock.GetUtcNow()).Found(region, _catalogs[region.Name], own));
        return new(new(accountId, organization?.OrganizationArn, organization?.OrganizationalUnitArns ?? []), [.. founded], clock, own, faults)
        {
            Limits = document.Limits,
        };
    }

    /// <summary>Every Region of the first account; what the document does not describe is empty.</summary>
    private List<RegionDocument> RegionsOf(OtherAccountDocument other) => [.. document.Regions.Select(region =>
        other.Regions.FirstOrDefault(own => own.Name == region.Name) ?? new(region.Name, region.OptInStatus, region.AvailabilityZones, [], [], []))];
}
