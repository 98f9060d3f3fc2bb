using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads a <c>share</c> block.</summary>
internal static class ShareReader
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
        reader.RefuseYet("organizations", "share with accounts");
        reader.RefuseYet("organizationalUnits", "share with accounts");
        reader.OneOf("mode", ["add"], "exact");
        reader.RefuseOthers();
        return new RequestShare(reader.Path, visibility, accounts, snapshots);
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
}
