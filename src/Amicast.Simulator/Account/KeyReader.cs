using System.Text.RegularExpressions;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Account;

/// <summary>Reads a KMS key of an account document, and the names by which volumes and images refer to keys.</summary>
internal static partial class KeyReader
{
    /// <param name="names">The ids and aliases that the Region has already; those of this key are then among them.</param>
    internal static KeyDocument Read(DocumentObject key, HashSet<string> names)
    {
        var keyId = key.Text("keyId", KeyIdForm().IsMatch, "a UUID, or mrk- and 32 hexadecimal digits")?.Once(key, "keyId", names);
        var aliases = key.Texts("aliases");
        foreach (var (alias, i) in aliases.Select((alias, i) => (alias, i)))
        {
            ReadAlias(key, alias, $"aliases[{i}]", names);
        }

        var state = key.Text("state", Enum.GetNames<KeyState>().Contains, string.Join(" or ", Enum.GetNames<KeyState>()));
        var accounts = key.Texts("sharedWith");
        foreach (var (account, i) in accounts.Select((account, i) => (account, i)).Where(at => !AccountReader.IsAccountId(at.account)))
        {
            key.Report($"sharedWith[{i}]", "InvalidValue", $"'{account}' is not an account id.", "Give twelve digits.");
        }

        return new(keyId, aliases, state ?? nameof(KeyState.Enabled), accounts);
    }

    /// <summary>The name of a key that there is: the AWS managed key, one of the Region's, or by its ARN any other.</summary>
    internal static string? ReadName(DocumentObject at, string property, IReadOnlySet<string> names)
    {
        var name = at.Text(property);
        if (name is not null && name != KmsKeys.ManagedAlias && !name.StartsWith("arn:", StringComparison.Ordinal) && !names.Contains(name))
        {
            at.Report(property, "UnknownKey", $"'{name}' is not one of the Region's keys.", "List it in the Region's 'keys', or name alias/aws/ebs or an ARN.");
        }

        return name;
    }

    /// <summary>How something is encrypted, in its own properties.</summary>
    internal static EncryptionDocument ReadEncryption(DocumentObject at, IReadOnlySet<string> names)
    {
        var (kmsKeyId, missing) = (ReadName(at, "kmsKeyId", names), at.Text("missingKmsKeyId"));
        if (kmsKeyId is not null && missing is not null)
        {
            at.Report("missingKmsKeyId", "InvalidValue", "There is a 'kmsKeyId' already.", "Keep one of them.");
        }

        return new(at.Flag("encrypted") ?? (kmsKeyId ?? missing) is not null, kmsKeyId, missing);
    }

    internal static bool IsUuid(string text) => UuidForm().IsMatch(text);

    private static void ReadAlias(DocumentObject key, string alias, string property, HashSet<string> names)
    {
        if (AliasForm().IsMatch(alias))
        {
            alias.Once(key, property, names);
        }
        else
        {
            key.Report(property, "InvalidValue", $"'{alias}' is not an alias of a customer's key.", "Write it as alias/ami; alias/aws/… are AWS's own.");
        }
    }

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UuidForm();

    [GeneratedRegex("^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyIdForm();

    [GeneratedRegex("^alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AliasForm();
}
