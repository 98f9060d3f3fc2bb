using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>Looks at KMS keys, and tells whether EBS can encrypt with them.</summary>
internal sealed class KeyLooks(AwsClients aws)
{
    /// <summary>KMS's word for a key that AWS manages: what is encrypted under it cannot be shared.</summary>
    internal const string Aws = "AWS";
    private static readonly string[] NotThere = ["NotFoundException", "InvalidArnException"];

    /// <summary>The key that a key id, an alias or an ARN names; none where there is no such key in the Region.</summary>
    internal async Task<KeyMetadata?> FindAsync(string region, string keyId, CancellationToken cancellation)
    {
        try
        {
            return (await aws.Kms(region).DescribeKeyAsync(new DescribeKeyRequest { KeyId = keyId }, cancellation)).KeyMetadata;
        }
        catch (RejectedByAwsException rejected) when (NotThere.Contains((rejected.InnerException as AmazonServiceException)?.ErrorCode))
        {
            return null;
        }
    }

    /// <summary>What to do about a key that is not there: the alias that may have been meant.</summary>
    internal async Task<string> RemedyAsync(string region, string keyId, CancellationToken cancellation)
    {
        var pages = aws.Kms(region).Paginators.ListAliases(new ListAliasesRequest());
        var aliases = await pages.Aliases.Select(alias => alias.AliasName).Where(alias => !alias.StartsWith("alias/aws/", StringComparison.Ordinal)).ToListAsync(cancellation);
        var written = keyId[(keyId.IndexOf("alias/", StringComparison.Ordinal) is var at and >= 0 ? at : 0)..];
        return aliases.Count == 0 ? $"{region} has no key with an alias: make one there" : Nearest.Remedy(written, aliases);
    }

    /// <summary>Notes a key that the deployment does not allow; those that AWS manages are for everyone in the account.</summary>
    internal static void CheckAllowed(KeyMetadata key, Deployment deployment, string path, Findings findings)
    {
        if (key.KeyManager?.Value != Aws)
        {
            CheckAllowed(key.Arn, deployment, path, findings);
        }
    }

    /// <summary>As <see cref="CheckAllowed(KeyMetadata, Deployment, string, Findings)"/>, of a key that is not AWS's.</summary>
    internal static void CheckAllowed(string arn, Deployment deployment, string path, Findings findings)
    {
        if (deployment.KmsKeys.Count > 0 && !deployment.KmsKeys.Contains(arn))
        {
            findings.Refuse(path, "KeyNotAllowed", $"this deployment does not allow the key {arn}", "use a key that it allows, or have the deployment allow this one");
        }
    }

    /// <summary>Notes what keeps EBS from encrypting with a key: it does so only while it copies, and then the image fails.</summary>
    internal static void CheckUsable(KeyMetadata key, string path, Findings findings)
    {
        if (key.KeyState?.Value != "Enabled")
        {
            findings.Refuse(path, "KeyNotEnabled", $"the key {key.Arn} is {key.KeyState?.Value}", "enable it, or use another key");
        }
        else if (key.KeyUsage?.Value != "ENCRYPT_DECRYPT" || key.KeySpec?.Value != "SYMMETRIC_DEFAULT")
        {
            findings.Refuse(path, "UnsuitableKey", $"the key {key.Arn} is {key.KeySpec?.Value} for {key.KeyUsage?.Value}", "EBS takes symmetric encryption keys alone");
        }
    }
}
