using System.Text.Json;

namespace Amicast.Runs;

/// <summary>Compares two requests as JSON values: the order of properties and white space make no difference.</summary>
internal static class RequestDifference
{
    /// <summary>Where they differ first, as a JSON path; null where they are the same.</summary>
    internal static string? Find(string one, string other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return Find("$", first.RootElement, second.RootElement);
    }

    private static string? Find(string path, JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => InObjects(path, one, other),
        (JsonValueKind.Array, JsonValueKind.Array) => InArrays(path, one, other),
        _ => JsonElement.DeepEquals(one, other) ? null : path,
    };

    private static string? InObjects(string path, JsonElement one, JsonElement other)
    {
        foreach (var property in one.EnumerateObject())
        {
            var inside = $"{path}.{property.Name}";
            var difference = other.TryGetProperty(property.Name, out var value) ? Find(inside, property.Value, value) : inside;
            if (difference is not null)
            {
                return difference;
            }
        }

        var added = other.EnumerateObject().FirstOrDefault(property => !one.TryGetProperty(property.Name, out _));
        return added.Value.ValueKind == JsonValueKind.Undefined ? null : $"{path}.{added.Name}";
    }

    private static string? InArrays(string path, JsonElement one, JsonElement other)
    {
        var (length, both) = (one.GetArrayLength(), Math.Min(one.GetArrayLength(), other.GetArrayLength()));
        for (var index = 0; index < both; index++)
        {
            if (Find($"{path}[{index}]", one[index], other[index]) is { } difference)
            {
                return difference;
            }
        }

        return length == other.GetArrayLength() ? null : $"{path}[{both}]";
    }
}
