using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Tests;

/// <summary>A history as text: id, previous id, seconds since the start, type and details, the event as the protocol writes it.</summary>
internal static class HistoryLines
{
    public static string Of(HistoryEvent entry, DateTimeOffset start)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            HistoryEventJson.Write(json, entry, includeExecutionData: true);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var details = document.RootElement.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.Object)
            .Select(field => $" {field.Name} {field.Value.GetRawText()}");
        var seconds = (entry.Timestamp - start).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        var line = $"{entry.Id,3} < {entry.PreviousEventId,-3} {seconds,9}s {entry.Type}{string.Concat(details)}";

        // Always there beside data; the protocol's tests see them.
        return line.Replace(",\"inputDetails\":{\"truncated\":false}", "", StringComparison.Ordinal)
            .Replace(",\"outputDetails\":{\"truncated\":false}", "", StringComparison.Ordinal);
    }
}
