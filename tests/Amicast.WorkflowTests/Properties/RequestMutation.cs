using System.Text.Json.Nodes;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Properties;

/// <summary>Changes request documents by chance, without knowing what their properties mean: members go, double, move and get other values.</summary>
internal sealed class RequestMutation(Chance chance, IReadOnlyList<string> examples)
{
    private static readonly string?[] Values =
    [
        "\"us-east-1\"", "\"us-west-2\"", "\"eu-central-1\"", "\"af-south-1\"", "\"eu-cental-1\"", "\"111122223333\"", "\"444455556666\"", "\"1234\"", "\"web\"", "\"wep\"", "\"$Latest\"",
        "\"$Default\"", "\"1\"", "\"web-{date}\"", "\"{tag:Name}-{run}\"", "\"{tag:Owner}\"", "\"{\"", "\"none\"", "\"running\"", "\"statusOk\"", "\"public\"", "\"private\"", "\"exact\"",
        "\"add\"", "\"i-0123456789abcdef0\"", "\"i-0fedcba9876543210\"", "\"i-00000000000000000\"", "\"ami-0a1b2c3d4e5f60001\"", "\"m7i.large\"", "\"t3.micro\"", "\"x9.huge\"", "\"\"", "\"é\"",
        "true", "false", "null", "0", "1", "2", "3", "60", "1440", "-1", "1e9", "0.5", "[]", "{}", "[\"111122223333\"]", "{ \"accounts\": [\"111122223333\"] }",
        "{ \"visibility\": \"public\", \"snapshots\": true }", "{ \"template\": { \"name\": \"web\" }, \"verify\": \"running\" }", "{ \"Role\": \"db\" }", "{ \"aws:x\": \"y\" }",
    ];

    /// <summary>An example, changed up to four times.</summary>
    internal string Next()
    {
        var document = JsonNode.Parse(examples[chance.Next(examples.Count)])!;
        for (var changes = chance.Next(0, 5); changes > 0; changes--)
        {
            Change(document);
        }

        return document.ToJsonString();
    }

    private void Change(JsonNode document)
    {
        var containers = Containers(document).ToList();
        switch (containers[chance.Next(containers.Count)])
        {
            case JsonObject { Count: > 0 } members:
                Change(members, containers);
                break;
            case JsonArray { Count: > 0 } items:
                Change(items);
                break;
            case JsonObject empty:
                empty[OneOf(Names(containers))] = Value();
                break;
            case JsonArray none:
                none.Add(Value());
                break;
        }
    }

    private void Change(JsonObject members, List<JsonNode> containers)
    {
        var name = members.ElementAt(chance.Next(members.Count)).Key;
        switch (chance.Next(5))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                // A member that belongs elsewhere: a shared block in a destination, or one that nobody knows there.
                var from = OneOf(containers.OfType<JsonObject>().Where(other => other.Count > 0).ToList());
                var (moved, value) = from.ElementAt(chance.Next(from.Count));
                members[moved] = value?.DeepClone();
                break;
            case 2:
                members[$"{name}x"] = members[name]?.DeepClone();
                break;
            default:
                members[name] = Value();
                break;
        }
    }

    private void Change(JsonArray items)
    {
        var at = chance.Next(items.Count);
        switch (chance.Next(3))
        {
            case 0:
                items.RemoveAt(at);
                break;
            case 1:
                items.Add(items[at]?.DeepClone());
                break;
            default:
                items[at] = Value();
                break;
        }
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Containers).Prepend(members),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Containers).Prepend(items),
        _ => [],
    };

    private static List<string> Names(List<JsonNode> containers) => [.. containers.OfType<JsonObject>().SelectMany(members => members.Select(member => member.Key))];

    private JsonNode? Value() => JsonNode.Parse(Values[chance.Next(Values.Length)]!);

    private T OneOf<T>(IReadOnlyList<T> list) => list[chance.Next(list.Count)];
}
