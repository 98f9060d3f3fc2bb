using System.Text.RegularExpressions;

namespace Amicast.Simulator.Tests.Facts.Rules;

public sealed partial class RuleTests
{
    public static TheoryData<string> Rules => [.. Rule.All.Select(rule => rule.Words)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_holds_step_by_step(string words)
    {
        var (world, ids) = (new QueryWorld(), new Dictionary<string, string>());
        foreach (var step in Rule.All.Single(rule => rule.Words == words).Steps)
        {
            world.Wait(step.After);
            Assert.Equal((step.Request, Fill(step.Expected, ids)), (step.Request, Carry(world, step, ids)));
        }
    }

    private static string Carry(QueryWorld world, Step step, Dictionary<string, string> ids)
    {
        var request = $"Action={Fill(step.Request, ids)}";
        if (step.Element is { } element)
        {
            return string.Join(' ', world.Values(element, request, accessKey: step.AccessKey));
        }

        var (status, text) = world.Send(request, accessKey: step.AccessKey);
        if (status != System.Net.HttpStatusCode.OK)
        {
            return Error().Match(text) is var error ? $"{error.Groups["code"].Value} {(int)status}: {System.Net.WebUtility.HtmlDecode(error.Groups["message"].Value)}" : text;
        }

        foreach (Match id in Id().Matches(text))
        {
            ids[id.Groups["name"].Value] = id.Groups["id"].Value;
        }

        return QueryWorld.Succeeded;
    }

    private static string Fill(string text, Dictionary<string, string> ids) =>
        ids.Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    [GeneratedRegex("<Code>(?<code>[^<]*)</Code><Message>(?<message>[^<]*)</Message>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Error();

    [GeneratedRegex("<(?<name>imageId|snapshotId|instanceId)>(?<id>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
