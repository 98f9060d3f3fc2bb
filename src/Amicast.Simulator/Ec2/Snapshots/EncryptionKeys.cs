using Amicast.VirtualTime;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>A KMS key that encrypts volumes and snapshots.</summary>
/// <param name="Arn">Its ARN; of a key that cannot be reached, what the caller named.</param>
/// <param name="IsAwsManaged">Whether it is <c>aws/ebs</c>: what it encrypts cannot be shared.</param>
/// <param name="IsReachable">Whether this Region can use it.</param>
internal sealed record EncryptionKey(string Arn, bool IsAwsManaged, bool IsReachable = true);

/// <summary>The KMS keys of a Region, by any of the ways to name one.</summary>
/// <remarks>A choice: every well-formed key id and alias is one that exists, until an account document can list keys.</remarks>
internal sealed class EncryptionKeys(string accountId, string region, Chance chance)
{
    private const string Alias = "alias/";
    internal const string ManagedAlias = "alias/aws/ebs";

    /// <summary>The AWS managed key <c>aws/ebs</c>, the default of a Region.</summary>
    internal EncryptionKey Managed { get; } = new(ArnOf(accountId, region, KeyIdOf(ManagedAlias, chance)), IsAwsManaged: true);

    /// <summary>The key that <paramref name="name"/> names: a key id, an alias, or the ARN of either.</summary>
    internal EncryptionKey Named(string name)
    {
        var parts = name.Split(':');
        if (parts.Length == 6 && parts[0] == "arn" && parts[2] == "kms")
        {
            return parts[3] == region ? Local(parts[5], name) : new(name, IsAwsManaged: false, IsReachable: false);
        }

        return Local(name.StartsWith(Alias, StringComparison.Ordinal) ? name : $"key/{name}", name);
    }

    private EncryptionKey Local(string resource, string named)
    {
        if (resource == ManagedAlias || ArnOf(accountId, region, resource.Replace("key/", "", StringComparison.Ordinal)) == Managed.Arn)
        {
            return Managed;
        }

        if (resource.StartsWith(Alias, StringComparison.Ordinal))
        {
            return new(ArnOf(accountId, region, KeyIdOf(resource, chance)), IsAwsManaged: false);
        }

        var keyId = resource.StartsWith("key/", StringComparison.Ordinal) ? resource[4..] : "";
        var isKeyId = Guid.TryParseExact(keyId, "D", out _) || keyId.StartsWith("mrk-", StringComparison.Ordinal);
        return new(isKeyId ? ArnOf(accountId, region, keyId) : named, IsAwsManaged: false, isKeyId);
    }

    private static string ArnOf(string accountId, string region, string keyId) => $"arn:aws:kms:{region}:{accountId}:key/{keyId}";

    /// <summary>An alias always stands for the same key.</summary>
    private static string KeyIdOf(string alias, Chance chance)
    {
        var own = chance.Fork(alias);
        return $"{own.NextHex(8)}-{own.NextHex(4)}-{own.NextHex(4)}-{own.NextHex(4)}-{own.NextHex(12)}";
    }
}
