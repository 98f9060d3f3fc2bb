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

        return new(accountId, startsAt ?? AccountDocument.DefaultStart, regions) { Limits = document.Object("limits", LimitsReader.Read) ?? new() };
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

    private static RegionDocument ReadRegion(DocumentObject region, HashSet<string> names)
    {
        var name = region.RequiredText("name", RegionForm().IsMatch, "a Region's name such as eu-central-1").Once(region, "name", names);
        var optInStatus = region.Text(
            "optInStatus",
            text => text is "opt-in-not-required" or "opted-in" or Region.NotOptedIn,
            "opt-in-not-required, opted-in or not-opted-in");
        var zones = region.Texts("availabilityZones");
        var (seen, templateNames) = (new HashSet<string>(), new HashSet<string>());
        return new(
            name,
            optInStatus ?? "opt-in-not-required",
            zones.Count > 0 ? zones : ZoneId.DefaultZones(name),
            region.Objects("instances", instance => InstanceReader.Read(instance, seen)),
            region.Objects("images", image => ImageReader.Read(image, seen)),
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
            EbsDefaultKmsKeyId = region.Text("ebsDefaultKmsKeyId"),
            KeyPairs = region.Texts("keyPairs"),
        };
    }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionForm();
}
