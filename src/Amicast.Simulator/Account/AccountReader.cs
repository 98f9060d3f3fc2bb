using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads an account document.</summary>
internal static class AccountReader
{
    internal static AccountDocument Read(DocumentObject document)
    {
        var accountId = document.RequiredText("accountId", IsAccountId, "an account id of twelve digits");
        var startsAt = document.Moment("startsAt");
        var isSaved = document.Flag("saved") == true;
        var seen = new HashSet<string>();
        var regions = document.Objects("regions", region => RegionReader.Read(region, seen));
        if (regions.Count == 0)
        {
            document.Report("regions", "MissingProperty", "The account has no Region.", "List at least one, {\"name\": \"us-east-1\"}.");
        }

        var accounts = new HashSet<string> { accountId };
        return new(accountId, startsAt ?? AccountDocument.DefaultStart, regions)
        {
            IsSaved = isSaved,
            Limits = document.Object("limits", LimitsReader.Read) ?? new(),
            Organization = document.Object("organization", OrganizationReader.Read),
            Roles = document.Object("roles", RolesReader.Read),
            OtherAccounts = document.Objects("otherAccounts", account => ReadOther(account, accounts, regions)),
        };
    }

    internal static bool IsAccountId(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static OtherAccountDocument ReadOther(DocumentObject account, HashSet<string> accounts, IReadOnlyList<RegionDocument> known)
    {
        var names = new HashSet<string>();
        var id = account.RequiredText("accountId", IsAccountId, "an account id of twelve digits").Once(account, "accountId", accounts);
        var accessKeyIds = account.Texts("accessKeyIds");
        var organization = account.Object("organization", OrganizationReader.Read);
        var regions = account.Objects("regions", region => RegionReader.Read(region, names));
        foreach (var (region, i) in regions.Select((region, i) => (region, i)).Where(at => known.All(one => one.Name != at.region.Name)))
        {
            account.Report($"regions[{i}].name", "UnknownRegion", $"The first account has no Region '{region.Name}'.", "List the Region in 'regions' of the document.");
        }

        return new(id, accessKeyIds, organization, regions);
    }
}
