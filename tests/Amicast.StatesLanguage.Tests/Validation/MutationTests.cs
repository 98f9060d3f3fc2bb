using System.Globalization;
using System.Text.Json.Nodes;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Tests.Validation;

/// <summary>Mutated scenarios: problems or a run to its end, never anything else. MUTATIONS in the environment asks for more of them.</summary>
public sealed class MutationTests
{
    private static readonly string[] Scenarios = [.. Directory.GetFiles(Repository.PathOf("tests/Amicast.StatesLanguage.Tests/Scenarios"), "*.asl.json").Order(StringComparer.Ordinal)];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "99999999", "99999999999999999999", "0.5", "\"\"", "\"$\"", "\"$$\"", "\"$.a[0].b\"", "\"$..*\"", "\"$[\"",
        "\"States.Format('{}', $$)\"", "\"States.ArrayRange(1, 1000, 1)\"", "\"States.UUID()\"", "\"States.ALL\"", "\"Done\"", "[]", "{}", "[[]]",
        "{\"x.$\":\"$\"}", "{\"x.$\":\"States.StringToJson($)\"}", "\"2026-11-22T18:00:00Z\"", "\"9999-12-31T23:59:59Z\"",
    ];

    private static readonly string[] Inputs = ["{}", "[1,2]", "null", "\"text\"", "{\"a\":[{\"b\":1}]}", "{\"seconds\":7,\"limit\":3,\"x\":true}"];

    private static readonly string[] Names =
    [
        "Type", "Next", "End", "Default", "Seconds", "SecondsPath", "TimestampPath", "InputPath", "OutputPath", "ResultPath", "ItemsPath", "Parameters",
        "ResultSelector", "ItemSelector", "Retry", "Catch", "MaxConcurrency", "MaxConcurrencyPath", "TimeoutSeconds", "TimeoutSecondsPath", "x.$",
    ];

    [Fact]
    public void Mutated_definition_and_input_give_problems_or_a_run_to_its_end()
    {
        var mutations = int.Parse(Environment.GetEnvironmentVariable("MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);
        var chance = new Chance(2026);
        var ran = 0;
        for (var i = 0; i < mutations; i++)
        {
            var definition = Mutate(File.ReadAllText(Scenarios[chance.Next(Scenarios.Length)]), chance);
            try
            {
                _ = StateMachineDefinition.Parse(definition);
            }
            catch (InvalidDefinitionException e)
            {
                Assert.NotEmpty(e.Problems);
                continue;
            }

            ran++;
            var ended = new Engine(clock => new Function(invocation => AnswerAsync(invocation, clock, chance))).Run(definition, Inputs[chance.Next(Inputs.Length)]);
            Assert.True(
                ended.Status is "SUCCEEDED" or "FAILED" or "TIMED_OUT" && ended.Cause?.StartsWith("The engine failed", StringComparison.Ordinal) != true,
                $"{ended}\n{definition}");
        }

        Assert.InRange(ran, mutations / 10, mutations);
    }

    private static async Task<string> AnswerAsync(TaskInvocation invocation, WorldClock clock, Chance chance)
    {
        await Task.Delay(TimeSpan.FromSeconds(chance.Next(10)), clock);
        return chance.Strikes(0.3) ? throw new TaskFailedException("Broken", invocation.Input) : Values[chance.Next(Values.Length)];
    }

    private static string Mutate(string definition, Chance chance)
    {
        var root = JsonNode.Parse(definition)!;
        for (var left = chance.Next(4); left > 0; left--)
        {
            var places = new List<JsonNode>();
            Collect(root, places);
            Change(places[chance.Next(places.Count)], chance);
        }

        var text = root.ToJsonString();
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

    private static void Change(JsonNode place, Chance chance)
    {
        var value = Values[chance.Next(Values.Length)] is var text && text != "1e999" ? JsonNode.Parse(text) : null;
        switch (place)
        {
            case JsonObject fields when fields.Count > 0 && chance.Strikes(0.7):
                var name = fields.ElementAt(chance.Next(fields.Count)).Key;
                _ = chance.Strikes(0.3) ? fields.Remove(name) : (fields[name] = value) is null;
                break;
            case JsonObject fields:
                fields[Names[chance.Next(Names.Length)]] = value;
                break;
            case JsonArray items when items.Count > 0 && chance.Strikes(0.5):
                items[chance.Next(items.Count)] = value;
                break;
            case JsonArray items:
                items.Add(value);
                break;
        }
    }
}
