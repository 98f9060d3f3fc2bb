using Amicast.Simulator.Ec2;
using Amicast.Simulator.Iam.Authorization.Kms;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What EC2 does with customer managed keys on the caller's behalf, to make an encrypted volume or copy.</summary>
/// <remarks>
/// <para>Sources: "Requirements for Amazon EBS encryption" (the actions), "How Amazon EBS encryption works" (a new key: CreateGrant and
/// GenerateDataKeyWithoutPlaintext; another key than the source's: ReEncrypt; attached: CreateGrant), EBS user guide.</para>
/// <para>EC2 finds out only after it has answered: who may not use the key gets a copy that fails, a volume in error, an instance that dies.</para>
/// <para>Choices: which of the actions AWS asks for on which of two keys is not documented for each operation. A key that data is read with is asked for
/// DescribeKey, CreateGrant and Decrypt, and with another target ReEncryptFrom; one that data is written with for DescribeKey, CreateGrant,
/// GenerateDataKeyWithoutPlaintext, Decrypt, and with another source ReEncryptTo.</para>
/// <para>The AWS managed key is not asked for: its policy allows every principal of the account to use it through EC2. The policy of a customer key
/// leaves it to the identity-based policies of its account, and of the accounts that it is shared with. Encryption context and grant operations are
/// no keys here.</para>
/// </remarks>
internal static class EncryptionActions
{
    private const string DescribeKey = "kms:DescribeKey";
    internal const string CreateGrant = "kms:CreateGrant";
    private const string Decrypt = "kms:Decrypt";
    private const string GenerateDataKey = "kms:GenerateDataKeyWithoutPlaintext";
    private const string ReEncryptFrom = "kms:ReEncryptFrom";
    private const string ReEncryptTo = "kms:ReEncryptTo";

    internal static IReadOnlyList<string> All { get; } = [DescribeKey, CreateGrant, Decrypt, GenerateDataKey, ReEncryptFrom, ReEncryptTo];

    /// <summary>Whether the caller may have EC2 read what is under one key and write it under another; what is not encrypted needs nothing.</summary>
    internal static bool MayEncrypt(this Call call, KmsKey? source, KmsKey? target) => call.Allows(Ask(call, source, target));

    /// <summary>Whether the caller may have EC2 attach volumes under these keys to an instance that starts, which takes a grant on each.</summary>
    internal static bool MayAttach(this Call call, IEnumerable<KmsKey?> keys) => call.Allows(keys.Distinct().SelectMany(key => Asked(call, key, [CreateGrant])));

    private static IEnumerable<AuthorizationRequest> Ask(Call call, KmsKey? source, KmsKey? target)
    {
        var changes = source is not null && source != target;
        IEnumerable<(KmsKey? Key, string[] Actions)> asked = source == target
            ? [(source, [DescribeKey, CreateGrant, Decrypt])]
            : [
                (source, [DescribeKey, CreateGrant, Decrypt, ReEncryptFrom]),
                (target, [DescribeKey, CreateGrant, GenerateDataKey, Decrypt, .. changes ? new[] { ReEncryptTo } : []]),
            ];
        return asked.SelectMany(one => Asked(call, one.Key, one.Actions));
    }

    private static IEnumerable<AuthorizationRequest> Asked(Call call, KmsKey? key, IEnumerable<string> actions) =>
        key is { Exists: true, IsAwsManaged: false }
            ? from action in actions
              let resource = KeyResource.ViaEc2(call, key)
              select call.Ask(action, action == CreateGrant ? resource.With("kms:GrantIsForAWSResource", "true") : resource, Arns.RegionIn(key.Arn))
            : [];
}
