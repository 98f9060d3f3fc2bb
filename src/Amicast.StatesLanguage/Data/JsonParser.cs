using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary>Reads JSON text.</summary>
internal static class JsonParser
{
    // What the parser behind Step Functions accepts is deeper still; a state's data never comes near this.
    private const int DeepestNesting = 500;

    /// <summary>The value of <paramref name="text"/>.</summary>
    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static Json Parse(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = DeepestNesting });
            reader.Read();
            var value = ReadValue(ref reader);
            return reader.Read() ? throw new JsonException("There is more text after the value.") : value;
        }
        catch (InvalidOperationException e)
        {
            // An escaped surrogate without its other half.
            throw new JsonException(e.Message, e);
        }
    }

    private static Json ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => new JsonString(reader.GetString()!),
        JsonTokenType.Number => new JsonNumber(Encoding.ASCII.GetString(reader.ValueSpan)),
        JsonTokenType.True => JsonLiteral.True,
        JsonTokenType.False => JsonLiteral.False,
        _ => JsonLiteral.Null,
    };

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var fields = new List<KeyValuePair<string, Json>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields.Add(new(name, ReadValue(ref reader)));
        }

        return fields.Count == 0 ? JsonObject.Empty : JsonObject.Of(fields);
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<Json>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return items.Count == 0 ? JsonArray.Empty : new JsonArray([.. items]);
    }
}
