using System.Globalization;
using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ssm;

/// <summary>The versions of a parameter, the oldest first, page by page; the token is the last version of the page before.</summary>
internal sealed class GetParameterHistory : JsonOperation
{
    private const int MostResults = 50;

    internal override JsonObject Carry(Call call)
    {
        var name = call.Parameters.Required("Name", "name");
        var versions = call.Region.ParameterStore.Versions(name, call.Now);
        if (versions.Count == 0)
        {
            throw ParameterErrors.NotFound(name);
        }

        var size = Whole(call.Parameters, "MaxResults") ?? MostResults;
        if (size is < 1 or > MostResults)
        {
            throw ParameterErrors.Invalid($"1 validation error detected: Value '{size}' at 'maxResults' failed to satisfy constraint: Member must be from 1 to {MostResults}");
        }

        var rest = versions.Where(version => version.Number > After(call)).ToList();
        var answer = new JsonObject { ["Parameters"] = new JsonArray([.. rest.Take(size).Select(version => Describe(name, version, call))]) };
        if (rest.Count > size)
        {
            answer["NextToken"] = rest[size - 1].Number.ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }

    private static long After(Call call) => call.Parameters.Text("NextToken") switch
    {
        null or "" => 0,
        var token when long.TryParse(token, out var number) => number,
        var token => throw new Ec2.Wire.Ec2Exception("InvalidNextToken", $"The specified token '{token}' isn't valid."),
    };

    private static JsonObject Describe(string name, ParameterVersion version, Call call)
    {
        var described = new JsonObject
        {
            ["Name"] = name,
            ["Type"] = version.Type,
            ["LastModifiedDate"] = Seconds(version.ModifiedAt),
            ["LastModifiedUser"] = $"arn:aws:iam::{call.AccountId}:root",
            ["Value"] = version.Value,
            ["Version"] = version.Number,
            ["Labels"] = new JsonArray(),
            ["Tier"] = "Standard",
            ["Policies"] = new JsonArray(),
            ["DataType"] = version.DataType,
        };
        if (version.Description is { } description)
        {
            described["Description"] = description;
        }

        return described;
    }
}
