using System.Text.Json;

namespace Amicast.Simulator.Services;

/// <summary>The members of a JSON request as parameters: texts as they are, everything else as its JSON. What is null is not there.</summary>
internal static class JsonBody
{
    /// <returns>Null, if the body is no JSON object in UTF-8.</returns>
    internal static Dictionary<string, string>? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
            {
                parameters[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
            }

            return parameters;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
