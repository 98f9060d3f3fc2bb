using Amicast.Simulator.Account;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Kms;

/// <summary>The KMS keys of an account in a Region, by any of the ways to name one; those of other accounts by their ARNs.</summary>
internal sealed class KmsKeys
{
    internal const string ManagedAlias = "alias/aws/ebs";
    private readonly string _arnPrefix;
    private readonly Dictionary<string, KmsKey> _byArn;
    private readonly List<KmsKey> _own = [];

    /// <param name="byArn">The keys of every account in the Region, by the ARNs of keys and aliases; these are added.</param>
    internal KmsKeys(string accountId, RegionDocument region, Chance chance, Dictionary<string, KmsKey> byArn)
    {
        (_arnPrefix, _byArn) = ($"arn:aws:kms:{region.Name}:{accountId}:", byArn);
        Managed = Add(new($"{_arnPrefix}key/{region.AwsManagedKeyId ?? NewId(chance, ManagedAlias)}", accountId, KeyState.Enabled) { IsAwsManaged = true, Aliases = [ManagedAlias] });
        foreach (var (key, i) in region.Keys.Select((key, i) => (key, i)))
        {
            Add(new($"{_arnPrefix}key/{key.KeyId ?? NewId(chance, $"key/{i}")}", accountId, Enum.Parse<KeyState>(key.State))
            {
                Aliases = key.Aliases,
                SharedWith = key.SharedWith,
            });
        }
    }

    /// <summary>The AWS managed key <c>aws/ebs</c>, the default of a Region.</summary>
    internal KmsKey Managed { get; }

    /// <summary>The account's own keys, the AWS managed one first.</summary>
    internal IReadOnlyList<KmsKey> Own => _own;

    /// <summary>The key that <paramref name="name"/> names: a key id, an alias, or the ARN of either.</summary>
    internal KmsKey Named(string name) => _byArn.GetValueOrDefault(ArnOf(name)) ?? KmsKey.Missing(name);

    internal string ArnOfAlias(string alias) => _arnPrefix + alias;

    private string ArnOf(string name) => name switch
    {
        _ when name.StartsWith("arn:", StringComparison.Ordinal) => name,
        _ when name.StartsWith("alias/", StringComparison.Ordinal) => ArnOfAlias(name),
        _ => $"{_arnPrefix}key/{name}",
    };

    private KmsKey Add(KmsKey key)
    {
        _own.Add(key);
        _byArn[key.Arn] = key;
        foreach (var alias in key.Aliases)
        {
            _byArn[ArnOfAlias(alias)] = key;
        }

        return key;
    }

    private static string NewId(Chance chance, string name)
    {
        var own = chance.Fork(name);
        return $"{own.NextHex(8)}-{own.NextHex(4)}-{own.NextHex(4)}-{own.NextHex(4)}-{own.NextHex(12)}";
    }
}
