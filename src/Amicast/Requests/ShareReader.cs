using System.Text.Json;
using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>Reads a <c>share</c> block.</summary>
internal static partial class ShareReader
{
    private const int AccountDigits = 12;

    /// <summary>The block, or none where it is absent or <c>null</c>.</summary>
    internal static RequestShare? Read(ObjectReader owner, List<Problem> problems)
    {
        if (!owner.Has("share", out var value) || value.ValueKind == JsonValueKind.Null || ObjectReader.Open(value, owner.At("share"), problems) is not { } reader)
        {
            return null;
        }

        var visibility = reader.OneOf("visibility", ["private", "public"]) switch
        {
            "private" => Visibility.Private,
            "public" => Visibility.Public,
            _ => (Visibility?)null,
        };
        var accounts = reader.TextList("accounts", CheckAccount);
        var snapshots = ReadSnapshots(reader, visibility);
        var organizations = reader.TextList("organizations", CheckOrganization);
        var units = reader.TextList("organizationalUnits", CheckOrganizationalUnit);
        var mode = reader.OneOf("mode", ["add", "exact"]) == "exact" ? ShareMode.Exact : ShareMode.Add;
        reader.RefuseOthers();
        return new RequestShare(reader.Path, visibility, accounts, snapshots, organizations, units, mode);
    }

    // Public snapshots show every byte to everyone: that is never meant silently.
    private static bool ReadSnapshots(ObjectReader reader, Visibility? visibility)
    {
        if (visibility == Visibility.Public && !reader.Has("snapshots", out _))
        {
            reader.Report("snapshots", "Missing", "a public image does not say whether its snapshots are public too", "write \"snapshots\": true or false");
        }

        return reader.Flag("snapshots", otherwise: true);
    }

    private static (string Code, string Cause, string Remedy)? CheckAccount(string account) =>
        account.Length == AccountDigits && account.All(char.IsAsciiDigit)
            ? null
            : ("InvalidAccountId", $"'{account}' is not an AWS account id", $"an account id has {AccountDigits} digits, written as text");

    private static (string Code, string Cause, string Remedy)? CheckOrganization(string arn) => OrganizationArn().IsMatch(arn)
        ? null
        : ("InvalidOrganizationArn", $"'{arn}' is not an organization's ARN", "write it like arn:aws:organizations::123456789012:organization/o-exampleorgid");

    private static (string Code, string Cause, string Remedy)? CheckOrganizationalUnit(string arn) => OrganizationalUnitArn().IsMatch(arn)
        ? null
        : ("InvalidOrganizationalUnitArn", $"'{arn}' is not an organizational unit's ARN", "write it like arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-exam-exampleou1");

    // The forms of the ids: AWS Organizations API reference, Organization and OrganizationalUnit.
    [GeneratedRegex(@"^arn:aws[a-z-]*:organizations::[0-9]{12}:organization/o-[a-z0-9]{10,32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrganizationArn();

    [GeneratedRegex(@"^arn:aws[a-z-]*:organizations::[0-9]{12}:ou/o-[a-z0-9]{10,32}/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrganizationalUnitArn();
}
