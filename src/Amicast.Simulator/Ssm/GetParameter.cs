using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ssm;

/// <summary>The latest version of a parameter, or with <c>name:3</c> that one. Labels are not supported.</summary>
internal sealed class GetParameter : JsonOperation
{
    internal override JsonObject Carry(Call call)
    {
        var asked = call.Parameters.Required("Name", "name");
        var colon = asked.LastIndexOf(':');
        var (name, selector) = colon < 0 ? (asked, null) : (asked[..colon], asked[(colon + 1)..]);
        var versions = call.Region.ParameterStore.Versions(name, call.Now);
        if (versions.Count == 0)
        {
            throw ParameterErrors.NotFound(name);
        }

        var version = selector is null
            ? versions[^1]
            : versions.FirstOrDefault(version => $"{version.Number}" == selector) ?? throw ParameterErrors.VersionNotFound(name, selector);
        var parameter = new JsonObject
        {
            ["Name"] = name,
            ["Type"] = version.Type,
            ["Value"] = version.Value,
            ["Version"] = version.Number,
            ["LastModifiedDate"] = Seconds(version.ModifiedAt),
            ["ARN"] = $"arn:aws:ssm:{call.Region.Name}:{call.AccountId}:parameter/{name.TrimStart('/')}",
            ["DataType"] = version.DataType,
        };
        if (selector is not null)
        {
            parameter["Selector"] = $":{selector}";
        }

        return new() { ["Parameter"] = parameter };
    }
}
