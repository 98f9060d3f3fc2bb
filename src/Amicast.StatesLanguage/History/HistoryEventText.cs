using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.History;

/// <summary>An event as text, and back: the JSON of GetExecutionHistory, for whoever keeps histories.</summary>
public static class HistoryEventText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an event. Of its timestamp the text has milliseconds only.</summary>
    public static string Write(HistoryEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            HistoryEventJson.Write(json, happened, includeExecutionData: true);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="timestamp">When the event happened, exactly.</param>
    /// <exception cref="JsonException">It is no event.</exception>
    public static HistoryEvent Read(string text, DateTimeOffset timestamp)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        var details = json.EnumerateObject().Where(field => field.Name.EndsWith("EventDetails", StringComparison.Ordinal)).Select(field => ReadDetails(field.Name, field.Value)).FirstOrDefault();
        return new HistoryEvent(Number(json, "id") ?? throw new JsonException("An event has no id."), Number(json, "previousEventId") ?? 0, timestamp, Text(json, "type") ?? throw new JsonException("An event has no type."), details);
    }

    private static HistoryEventDetails ReadDetails(string field, JsonElement json) => new(field)
    {
        Name = Text(json, "name"),
        Index = (int?)Number(json, "index"),
        Length = (int?)Number(json, "length"),
        ResourceType = Text(json, "resourceType"),
        Resource = Text(json, "resource"),
        Region = Text(json, "region"),
        TimeoutInSeconds = Number(json, "timeoutInSeconds"),
        HeartbeatInSeconds = Number(json, "heartbeatInSeconds"),
        MapRunArn = Text(json, "mapRunArn"),
        RedriveCount = (int?)Number(json, "redriveCount"),
        RoleArn = Text(json, "roleArn"),
        Error = Text(json, "error"),
        Cause = Text(json, "cause"),
        ParametersData = Data(json, "parameters"),
        InputData = Data(json, "input"),
        OutputData = Data(json, "output"),
    };

    private static Json? Data(JsonElement json, string name) => Text(json, name) is { } text ? JsonParser.Parse(text) : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
