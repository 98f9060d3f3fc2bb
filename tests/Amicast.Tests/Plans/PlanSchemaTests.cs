using System.Text.Json;
using Amicast.Errors;
using Amicast.Plans;

namespace Amicast.Tests.Plans;

public sealed class PlanSchemaTests
{
    [Fact]
    public void Plan_is_written_with_its_schema_first()
    {
        var plan = new Plan(Plan.CurrentSchema, "web", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 0, new PlannedSource("us-east-1", "i-1", null), null, null, null, []);

        Assert.StartsWith("""{"schema":1,"run":"web",""", JsonSerializer.Serialize(plan, AmicastJson.Default.Plan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schema":2,"run":"web"}""", 2)]
    [InlineData("""{"schema":2,"run":{"id":"what this was in schema 2"}}""", 2)]
    [InlineData("""{"schema":0}""", 0)]
    public void Plan_of_another_schema_is_refused_by_name_whatever_shape_it_has(string plan, int schema)
    {
        var error = Assert.Throws<UnknownSchemaException>(() => JsonSerializer.Deserialize(plan, AmicastJson.Default.Plan));

        Assert.Equal(
            $"The plan has schema {schema}; this version of Amicast reads schema 1. Finish the run with the version that wrote it, or start another.", error.Message);
    }

    [Theory]
    [InlineData("""{"schema":"1"}""")]
    [InlineData("""{"schema":1.5}""")]
    [InlineData("""{"run":"web"}""")]
    public void Plan_without_a_schema_number_is_no_plan(string plan) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(plan, AmicastJson.Default.Plan));
}
