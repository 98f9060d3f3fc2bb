using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>The fields of a request; those that an operation does not know are ignored, as AWS does.</summary>
internal sealed class RequestFields(JsonObject fields)
{
    /// <exception cref="StepFunctionsException">SerializationException.</exception>
    public static RequestFields Parse(string body)
    {
        try
        {
            return JsonParser.Parse(body) is JsonObject fields ? new RequestFields(fields) : throw Malformed("The request is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw Malformed(e.Message);
        }
    }

    public string Required(string name) => String(name) ?? throw new StepFunctionsException(
        "ValidationException", $"1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null");

    public string? String(string name) => Field(name) switch
    {
        null => null,
        JsonString text => text.Value,
        _ => throw Malformed($"'{name}' must be a string."),
    };

    /// <summary>The text of at most <paramref name="longest"/> characters.</summary>
    public string? String(string name, int longest) => String(name) is { } text && text.Length > longest
        ? throw new StepFunctionsException(
            "ValidationException",
            $"1 validation error detected: Value at '{name}' failed to satisfy constraint: Member must have length less than or equal to {longest}")
        : String(name);

    /// <summary>The field, whatever it is; null where it is missing or null.</summary>
    public Json? Any(string name) => Field(name);

    public int Integer(string name) => Field(name) switch
    {
        null => 0,
        JsonNumber number when number.IsInteger(out var value) && value is >= int.MinValue and <= int.MaxValue => (int)value,
        _ => throw Malformed($"'{name}' must be an integer."),
    };

    public bool Boolean(string name, bool otherwise) => Field(name)?.Kind switch
    {
        null => otherwise,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Malformed($"'{name}' must be true or false."),
    };

    private static StepFunctionsException Malformed(string why) => new("SerializationException", why);

    private Json? Field(string name) => fields.TryGet(name, out var value) && value.Kind != JsonValueKind.Null ? value : null;
}
