using System.Text.Json.Nodes;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Tests.Scenarios;

/// <summary>Changes JSON texts at random: fields and items come, go and get other values, texts other characters.</summary>
internal sealed class Mutation(Chance chance)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "99999999", "99999999999999999999", "0.5", "\"\"", "\"$\"", "\"$$\"", "\"$.a[0].b\"", "\"$..*\"", "\"$[\"",
        "\"$..a[?(@.b > 0 || !(@.c in [1,'x']))]\"", "\"$.list[-3:-1:2]\"", "\"$['a','b']\"",
        "\"States.Format('{}', $$)\"", "\"States.ArrayRange(1, 1000, 1)\"", "\"States.UUID()\"", "\"States.ALL\"", "\"Done\"", "[]", "{}", "[[]]",
        "\"States.JsonMerge($, $$, false)\"", "\"States.ArrayPartition($, 2)\"", "\"States.MathRandom(-9223372036854775808, 9223372036854775807)\"",
        "{\"x.$\":\"$\"}", "{\"x.$\":\"States.StringToJson($)\"}", "\"2026-11-22T18:00:00Z\"", "\"9999-12-31T23:59:59Z\"",
        "{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"}", "{\"MaxItemsPerBatch\":2}", "\"arn:aws:states:::lambda:invoke.waitForTaskToken\"",
        "[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"Done\"}]", "[{\"ErrorEquals\":[\"States.ALL\"],\"MaxAttempts\":2,\"JitterStrategy\":\"FULL\"}]",
    ];

    private static readonly string[] Names =
    [
        "Type", "Next", "End", "Default", "Seconds", "SecondsPath", "TimestampPath", "InputPath", "OutputPath", "ResultPath", "ItemsPath", "Parameters",
        "ResultSelector", "ItemSelector", "Retry", "Catch", "MaxConcurrency", "MaxConcurrencyPath", "TimeoutSeconds", "TimeoutSecondsPath", "x.$",
        "ProcessorConfig", "ItemBatcher", "ToleratedFailureCount", "ToleratedFailurePercentagePath", "Label", "HeartbeatSeconds", "ErrorPath", "CausePath",
    ];

    private const string Characters = "$.[]()'\"\\{}@?*:,0a -=!<>&|\u00e9\ud800";

    /// <summary>Any value; what is too large for a number of JSON is null.</summary>
    public string AnyValue() => Values[chance.Next(Values.Length)];

    public string Of(string json)
    {
        var root = JsonNode.Parse(json);
        for (var left = chance.Next(4); left > 0 && root is JsonObject or JsonArray; left--)
        {
            var places = new List<JsonNode>();
            Collect(root, places);
            Change(places[chance.Next(places.Count)]);
        }

        var text = root?.ToJsonString() ?? AnyValue();
        return chance.Strikes(0.05) ? text.Remove(chance.Next(text.Length), 1) : text;
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject or JsonArray)
        {
            places.Add(node);
            var inner = node is JsonObject fields ? fields.Select(field => field.Value) : node.AsArray();
            foreach (var part in inner)
            {
                Collect(part, places);
            }
        }
    }

    private void Change(JsonNode place)
    {
        switch (place)
        {
            case JsonObject fields when fields.Count > 0 && chance.Strikes(0.7):
                ChangeField(fields, fields.ElementAt(chance.Next(fields.Count)).Key);
                break;
            case JsonObject fields:
                fields[Names[chance.Next(Names.Length)]] = NewValue();
                break;
            case JsonArray items when items.Count > 0 && chance.Strikes(0.5):
                items[chance.Next(items.Count)] = NewValue();
                break;
            case JsonArray items:
                items.Add(NewValue());
                break;
        }
    }

    private void ChangeField(JsonObject fields, string name)
    {
        if (fields[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 && chance.Strikes(0.4))
        {
            var at = chance.Next(text.Length);
            var character = Characters[chance.Next(Characters.Length)];
            fields[name] = chance.Strikes(0.5) ? text.Insert(at, character.ToString()) : text.Remove(at, 1);
        }
        else if (chance.Strikes(0.3))
        {
            fields.Remove(name);
        }
        else
        {
            fields[name] = NewValue();
        }
    }

    private JsonNode? NewValue() => AnyValue() is var text && text != "1e999" ? JsonNode.Parse(text) : null;
}
