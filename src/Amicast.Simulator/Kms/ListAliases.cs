using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Kms;

/// <summary>The aliases of the account's keys, or of one of them; all on one page.</summary>
internal sealed class ListAliases : JsonOperation
{
    internal override JsonObject Carry(Call call)
    {
        var keys = call.Region.Keys;
        var named = call.Parameters.Text("KeyId") is { } name ? keys.Named(name) : null;
        if (named is { Exists: false })
        {
            throw new Ec2Exception("NotFoundException", $"Key '{named.Arn}' does not exist");
        }

        var aliases = keys.Own
            .Where(key => named is null || key == named)
            .SelectMany(key => key.Aliases.Select(alias => (JsonNode)new JsonObject
            {
                ["AliasName"] = alias,
                ["AliasArn"] = keys.ArnOfAlias(alias),
                ["TargetKeyId"] = key.Id,
            }));
        return new() { ["Aliases"] = new JsonArray([.. aliases]), ["Truncated"] = false };
    }
}
