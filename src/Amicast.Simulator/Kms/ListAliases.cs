using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Kms;

/// <summary>A choice: only <c>alias/aws/ebs</c> is listed, though every other alias stands for a key as well.</summary>
internal sealed class ListAliases : JsonOperation
{
    internal override JsonObject Carry(Call call)
    {
        var managed = call.Region.Keys.Managed;
        var aliases = new JsonArray();
        if (call.Parameters.Text("KeyId") is not { } name || call.Region.Keys.Named(name) == managed)
        {
            aliases.Add(new JsonObject
            {
                ["AliasName"] = EncryptionKeys.ManagedAlias,
                ["AliasArn"] = $"arn:aws:kms:{call.Region.Name}:{call.AccountId}:{EncryptionKeys.ManagedAlias}",
                ["TargetKeyId"] = managed.Arn[(managed.Arn.LastIndexOf('/') + 1)..],
            });
        }

        return new() { ["Aliases"] = aliases, ["Truncated"] = false };
    }
}
