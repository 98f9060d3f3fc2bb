using System.Text.Json;

namespace Amicast.Local.Invoke;

/// <summary>The document with which a function fails.</summary>
internal static class ErrorDocument
{
    /// <summary>Its <c>errorType</c>; null where it has none, or is no such document.</summary>
    internal static string? TypeOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("errorType", out var type) && type.ValueKind == JsonValueKind.String
                ? type.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
