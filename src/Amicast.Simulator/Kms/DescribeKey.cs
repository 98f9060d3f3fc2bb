using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Iam.Authorization;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Kms;

/// <summary>A key by its id, alias or ARN; a key of another account by an ARN, if its policy allows it.</summary>
internal sealed class DescribeKey : JsonOperation
{
    internal override JsonObject Carry(Call call)
    {
        var name = call.Parameters.Text("KeyId") is { Length: > 0 } given
            ? given
            : throw new Ec2Exception("ValidationException", "1 validation error detected: Value at 'keyId' failed to satisfy constraint: Member must not be null");
        var key = Find(call, name);
        return new() { ["KeyMetadata"] = Metadata(key) };
    }

    private static KmsKey Find(Call call, string name)
    {
        var key = call.Region.Keys.Named(name);
        if (!key.Exists)
        {
            throw name.StartsWith("arn:", StringComparison.Ordinal) && !name.Contains($":kms:{call.Region.Name}:", StringComparison.Ordinal)
                ? new("NotFoundException", $"Invalid arn {name}")
                : new Ec2Exception("NotFoundException", $"Key '{name}' does not exist");
        }

        return key.IsOpenTo(call.AccountId) ? key : throw new Ec2Exception(
            "AccessDeniedException",
            $"User: {call.Account.ArnOf(call.Request)} is not authorized to perform: kms:DescribeKey on resource: {key.Arn} because no resource-based policy allows the kms:DescribeKey action");
    }

    private static JsonObject Metadata(KmsKey key) => new()
    {
        ["AWSAccountId"] = key.AccountId,
        ["KeyId"] = key.Id,
        ["Arn"] = key.Arn,
        ["Enabled"] = key.State == KeyState.Enabled,
        ["KeyState"] = key.State.ToString(),
        ["KeyUsage"] = "ENCRYPT_DECRYPT",
        ["KeySpec"] = "SYMMETRIC_DEFAULT",
        ["KeyManager"] = key.IsAwsManaged ? "AWS" : "CUSTOMER",
        ["Origin"] = "AWS_KMS",
        ["MultiRegion"] = key.Id.StartsWith("mrk-", StringComparison.Ordinal),
    };
}
