namespace Amicast.StatesLanguage.Data.Paths;

/// <summary>A path to one place in the data, where a result can be put: fields and elements only.</summary>
internal sealed record ReferencePath(string Text, IReadOnlyList<PathStep> Steps)
{
    /// <summary><c>$</c>: the result replaces all of the data.</summary>
    public static ReferencePath Root { get; } = new("$", []);

    /// <exception cref="FormatException">The text is not a reference path.</exception>
    public static ReferencePath Parse(string text)
    {
        var path = JsonPath.Parse(text);
        return path is { IsContext: false, IsDefinite: true } && !path.Steps.OfType<ElementStep>().Any(element => element.Index < 0)
            ? new ReferencePath(text, path.Steps)
            : throw new FormatException($"'{text}' is not a reference path: it must lead to one place in the state's data.");
    }

    /// <summary><paramref name="data"/> with <paramref name="value"/> in this place; fields that are missing on the way are made.</summary>
    /// <exception cref="DataException">States.ResultPathMatchFailure: the data has no such place and cannot have it.</exception>
    public Json Put(Json data, Json value) => Put(data, value, data, 0);

    private Json Put(Json at, Json value, Json data, int depth)
    {
        if (depth == Steps.Count)
        {
            return value;
        }

        return (at, Steps[depth]) switch
        {
            (JsonObject fields, FieldStep(var name)) =>
                fields.With(name, Put(fields.TryGet(name, out var inner) ? inner : JsonObject.Empty, value, data, depth + 1)),
            (JsonArray array, ElementStep(var index)) when index < array.Count =>
                array.With(index, Put(array[index], value, data, depth + 1)),
            _ => throw new DataException(ErrorNames.ResultPathMatchFailure, $"Unable to apply ReferencePath {Text} to input {data}"),
        };
    }
}
