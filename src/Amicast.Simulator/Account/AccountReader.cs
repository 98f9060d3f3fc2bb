using System.Text.RegularExpressions;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Account;

/// <summary>Reads an account document.</summary>
internal static partial class AccountReader
{
    internal static AccountDocument Read(DocumentObject document)
    {
        var accountId = document.RequiredText("accountId", IsAccountId, "an account id of twelve digits");
        var startsAt = document.Moment("startsAt");
        var seen = new HashSet<string>();
        var regions = document.Objects("regions", region => ReadRegion(region, seen));
        if (regions.Count == 0)
        {
            document.Report("regions", "MissingProperty", "The account has no Region.", "List at least one, {\"name\": \"us-east-1\"}.");
        }

        var accounts = new HashSet<string> { accountId };
        return new(accountId, startsAt ?? AccountDocument.DefaultStart, regions)
        {
            Limits = document.Object("limits", LimitsReader.Read) ?? new(),
            Organization = document.Object("organization", OrganizationReader.Read),
            OtherAccounts = document.Objects("otherAccounts", account => ReadOther(account, accounts, regions)),
        };
    }

    internal static bool IsAccountId(string text) => text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Reports an id or name that was there before.</summary>
    internal static string Once(this string value, DocumentObject at, string property, HashSet<string> seen)
    {
        if (value.Length > 0 && !seen.Add(value))
        {
            at.Report(property, "Duplicate", $"'{value}' is there already.", "Give each its own.");
        }

        return value;
    }

    private static OtherAccountDocument ReadOther(DocumentObject account, HashSet<string> accounts, IReadOnlyList<RegionDocument> known)
    {
        var names = new HashSet<string>();
        var id = account.RequiredText("accountId", IsAccountId, "an account id of twelve digits").Once(account, "accountId", accounts);
        var accessKeyIds = account.Texts("accessKeyIds");
        var organization = account.Object("organization", OrganizationReader.Read);
        var regions = account.Objects("regions", region => ReadRegion(region, names));
        foreach (var (region, i) in regions.Select((region, i) => (region, i)).Where(at => known.All(one => one.Name != at.region.Name)))
        {
            account.Report($"regions[{i}].name", "UnknownRegion", $"The first account has no Region '{region.Name}'.", "List the Region in 'regions' of the document.");
        }

        return new(id, accessKeyIds, organization, regions);
    }

    private static RegionDocument ReadRegion(DocumentObject region, HashSet<string> names)
    {
        var name = region.RequiredText("name", RegionForm().IsMatch, "a Region's name such as eu-central-1").Once(region, "name", names);
        var optInStatus = region.Text(
            "optInStatus",
            text => text is "opt-in-not-required" or "opted-in" or Region.NotOptedIn,
            "opt-in-not-required, opted-in or not-opted-in");
        var zones = region.Texts("availabilityZones");
        var (seen, templateNames, keyNames) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        var keys = region.Objects("keys", key => KeyReader.Read(key, keyNames));
        return new(
            name,
            optInStatus ?? "opt-in-not-required",
            zones.Count > 0 ? zones : ZoneId.DefaultZones(name),
            region.Objects("instances", instance => InstanceReader.Read(instance, seen, keyNames)),
            region.Objects("images", image => ImageReader.Read(image, seen, keyNames)),
            region.Objects("launchTemplates", template => TemplateReader.Read(template, seen, templateNames)))
        {
            ImageBlockPublicAccess = region.Text(
                "imageBlockPublicAccess",
                text => text is PublicAccess.Unblocked or PublicAccess.BlockNewSharing,
                "unblocked or block-new-sharing") ?? PublicAccess.Unblocked,
            SnapshotBlockPublicAccess = region.Text(
                "snapshotBlockPublicAccess",
                text => text is PublicAccess.Unblocked or PublicAccess.BlockNewSharing or PublicAccess.BlockAllSharing,
                "unblocked, block-new-sharing or block-all-sharing") ?? PublicAccess.Unblocked,
            EbsEncryptionByDefault = region.Flag("ebsEncryptionByDefault") == true,
            EbsDefaultKmsKeyId = KeyReader.ReadName(region, "ebsDefaultKmsKeyId", keyNames),
            KeyPairs = region.Texts("keyPairs"),
            Keys = keys,
        };
    }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionForm();
}
