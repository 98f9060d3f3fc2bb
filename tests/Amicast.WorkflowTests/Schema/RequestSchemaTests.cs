using System.Text.Json.Nodes;
using Amicast.WorkflowTests.Plans;

namespace Amicast.WorkflowTests.Schema;

/// <summary><c>docs/request.schema.json</c> has exactly the properties that the readers know.</summary>
public sealed class RequestSchemaTests
{
    private const string Nobody = "zzzzzzzzzzzzzzzzzzzzzzzz";
    private const string Known = "use one of: ";
    private static readonly JsonSchemaCheck Schema = JsonSchemaCheck.OfRequests;

    [Fact]
    public void Every_property_that_the_readers_know_is_in_the_schema_and_the_other_way_round()
    {
        var described = Described(Schema.Root, []).ToList();

        // The root, source, image, destinations with their blocks, templates and descriptions: fewer would mean that nothing was compared.
        Assert.True(described.Count >= 30, $"{described.Count} objects");
        Assert.All(described, it => Assert.Equal(Read(it.Path).Order(StringComparer.Ordinal), it.Properties.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_example_is_valid() =>
        Assert.All(
            Directory.EnumerateFiles(Tests.Repository.PathOf("examples"), "*.json").Select(File.ReadAllText).Where(text => text.Contains("\"source\"", StringComparison.Ordinal)),
            example => Assert.Empty(Schema.Validate(JsonNode.Parse(example))));

    [Theory]
    [InlineData("{}", "$: no source")]
    [InlineData("""{ "source": { "region": "us-east-1" } }""", "$.source: not one of oneOf")]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-1" } }""", "$.source.imageId: not of the pattern")]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "lanch": {} }""", "$: unknown lanch")]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "image": { "tags": { "aws:x": "y" } } }""", "$.image.tags.aws:x: not of the pattern")]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "launch": { "count": 101 } }""", "$.launch: none of anyOf")]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "destinations": [ { "region": "us-east-1", "kmsKeyId": "ami", "copyWithinMinutes": 40 } ] }""", "$.destinations[0].kmsKeyId: not of the pattern", "$.destinations[0].copyWithinMinutes: not a multiple of 15")]
    public void What_is_written_wrong_is_invalid(string request, params string[] expected) => Assert.Equal(expected, Schema.Validate(JsonNode.Parse(request)));

    // The object's place in a request, by names; "[]" is a list's item.
    private static IEnumerable<(string[] Path, List<string> Properties)> Described(JsonObject schema, string[] path)
    {
        var resolved = Schema.Resolve(schema);
        if (resolved["items"] is JsonObject item)
        {
            return Described(item, [.. path, "[]"]);
        }

        return resolved["properties"] is not JsonObject properties ? []
            : properties.SelectMany(property => Described(property.Value!.AsObject(), [.. path, property.Key])).Prepend((path, [.. properties.Select(property => property.Key)]));
    }

    /// <summary>What the readers know there: they tell it where a property is nobody's.</summary>
    private static string[] Read(string[] path)
    {
        var unknown = new PlanWorld().Plan(Request(path, new JsonObject { [Nobody] = 0 })).Problems.Single(problem => problem.Path.EndsWith(Nobody, StringComparison.Ordinal));
        Assert.Equal("UnknownProperty", unknown.Code);
        return unknown.Remedy[Known.Length..].Split(", ");
    }

    private static string Request(string[] path, JsonNode value)
    {
        foreach (var name in path.Reverse())
        {
            value = name == "[]" ? new JsonArray(value) : new JsonObject { [name] = value };
        }

        return value.ToJsonString();
    }
}
