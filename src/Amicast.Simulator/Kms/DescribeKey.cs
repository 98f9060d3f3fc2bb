using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Kms;

/// <summary>A key of the Region by its id, alias or ARN. A choice, as for EC2: every well-formed id and alias is a key that exists and is enabled.</summary>
internal sealed class DescribeKey : JsonOperation
{
    internal override JsonObject Carry(Call call)
    {
        var name = call.Parameters.Text("KeyId") is { Length: > 0 } given
            ? given
            : throw new Ec2Exception("ValidationException", "1 validation error detected: Value at 'keyId' failed to satisfy constraint: Member must not be null");
        var key = call.Region.Keys.Named(name);
        if (!key.IsReachable)
        {
            throw new Ec2Exception("NotFoundException", $"Invalid keyId '{name}'");
        }

        return new()
        {
            ["KeyMetadata"] = new JsonObject
            {
                ["AWSAccountId"] = call.AccountId,
                ["KeyId"] = key.Arn[(key.Arn.LastIndexOf('/') + 1)..],
                ["Arn"] = key.Arn,
                ["Enabled"] = true,
                ["KeyState"] = "Enabled",
                ["KeyUsage"] = "ENCRYPT_DECRYPT",
                ["KeySpec"] = "SYMMETRIC_DEFAULT",
                ["KeyManager"] = key.IsAwsManaged ? "AWS" : "CUSTOMER",
                ["Origin"] = "AWS_KMS",
            },
        };
    }
}
