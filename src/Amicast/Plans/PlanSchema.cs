using System.Text.Json;
using System.Text.Json.Serialization;
using Amicast.Errors;

namespace Amicast.Plans;

/// <summary>Reads a plan's schema number, which stands first in it: another shape is refused by its name before anything of it is read.</summary>
internal sealed class PlanSchema : JsonConverter<int>
{
    /// <exception cref="UnknownSchemaException">Another version wrote the plan.</exception>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var schema) ? throw new JsonException("A plan's schema is a whole number.")
        : schema == Plan.CurrentSchema ? schema
        : throw new UnknownSchemaException(schema, Plan.CurrentSchema);

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
