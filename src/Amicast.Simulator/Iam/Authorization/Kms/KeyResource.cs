using Amicast.Simulator.Ec2;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Iam.Authorization.Kms;

/// <summary>A KMS key as policies see it.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for AWS Key Management Service".</remarks>
internal static class KeyResource
{
    internal static AuthorizedResource Of(Call call, KmsKey key) => new(key.Arn, key.AccountId,
    [
        new("kms:CallerAccount", call.AccountId),
        new("kms:KeyOrigin", "AWS_KMS"),
        new("kms:KeySpec", "SYMMETRIC_DEFAULT"),
        new("kms:KeyUsage", "ENCRYPT_DECRYPT"),
        new("kms:MultiRegion", key.Id.StartsWith("mrk-", StringComparison.Ordinal) ? "true" : "false"),
        .. key.Aliases.Select(alias => new ContextValue("kms:ResourceAliases", alias)),
    ]);

    /// <summary>The key where EC2 uses it for the caller, in the key's own Region.</summary>
    internal static AuthorizedResource ViaEc2(Call call, KmsKey key) => Of(call, key).With("kms:ViaService", $"ec2.{Arns.RegionIn(key.Arn)}.amazonaws.com");
}
