using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Iam.Authorization.Kms;

/// <summary>What the operations of KMS authorise.</summary>
/// <remarks>
/// Source: "Actions, resources, and condition keys for AWS Key Management Service". A key that does not exist, or whose policy does not let the
/// caller's account use it, is answered by the operation itself.
/// </remarks>
internal static class KmsRules
{
    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("kms:DescribeKey", Describe),
        new("kms:ListAliases", call => [call.Ask("kms:ListAliases", AuthorizedResource.All)]),
    ];

    private static IEnumerable<AuthorizationRequest> Describe(Call call)
    {
        if (call.Parameters.Text("KeyId") is not { Length: > 0 } name || call.Region.Keys.Named(name) is not { Exists: true } key || !key.IsOpenTo(call.AccountId))
        {
            return [];
        }

        var alias = name.LastIndexOf("alias/", StringComparison.Ordinal) is >= 0 and var at ? name[at..] : null;
        return [call.Ask("kms:DescribeKey", KeyResource.Of(call, key).With("kms:RequestAlias", alias))];
    }
}
