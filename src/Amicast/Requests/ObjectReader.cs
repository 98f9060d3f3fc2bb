using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads one JSON object member by member, notes what is wrong with each, and knows at the end which members nobody asked for.</summary>
internal sealed class ObjectReader
{
    private const int LongestShown = 60;
    private readonly JsonElement _object;
    private readonly List<Problem> _problems;
    private readonly List<string> _known = [];

    private ObjectReader(JsonElement element, string path, List<Problem> problems)
    {
        (_object, Path, _problems) = (element, path, problems);
    }

    internal string Path { get; }

    /// <summary>A reader of <paramref name="element"/>, or none, with the problem noted, if it is not an object.</summary>
    internal static ObjectReader? Open(JsonElement element, string path, List<Problem> problems)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return new ObjectReader(element, path, problems);
        }

        problems.Add(WrongType(path, element, "an object"));
        return null;
    }

    internal string At(string name) => At(Path, name);

    /// <summary>The JSON path of a member of the object at <paramref name="path"/>.</summary>
    internal static string At(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"{path}.{name}" : $"{path}['{name.Replace("'", "\\'")}']";

    internal void Report(string name, string code, string cause, string remedy) => _problems.Add(new Problem(At(name), code, cause, remedy));

    /// <summary>Whether the member is written, as JSON <c>null</c> or as something.</summary>
    internal bool Has(string name, out JsonElement value)
    {
        _known.Add(name);
        return _object.TryGetProperty(name, out value);
    }

    internal ObjectReader? Object(string name) => Has(name, out var value) ? Open(value, At(name), _problems) : null;

    internal string? Text(string name)
    {
        if (!Has(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        _problems.Add(WrongType(At(name), value, "text"));
        return null;
    }

    internal string? RequiredText(string name, string remedy)
    {
        var text = Text(name);
        if (text is null && !_object.TryGetProperty(name, out _))
        {
            Report(name, "Missing", $"'{name}' is not given", remedy);
        }

        return text;
    }

    internal bool Flag(string name, bool otherwise)
    {
        if (!Has(name, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        _problems.Add(WrongType(At(name), value, "true or false"));
        return otherwise;
    }

    /// <summary>True, false, or not said.</summary>
    internal bool? OptionalFlag(string name) => Has(name, out _) ? Flag(name, otherwise: false) : null;

    internal int Number(string name, int otherwise, int least, int most) => Number(name, least, most, $"give one, or leave it out for {otherwise}") ?? otherwise;

    /// <summary>A whole number, or not said.</summary>
    internal int? OptionalNumber(string name, int least, int most) => Number(name, least, most, "give one, or leave it out");

    private int? Number(string name, int least, int most, string remedy)
    {
        if (!Has(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(name, "OutOfRange", $"{Shown(value)} is not a whole number from {least} to {most}", remedy);
        return null;
    }

    /// <summary>One of <paramref name="supported"/>.</summary>
    internal string? OneOf(string name, IReadOnlyCollection<string> supported)
    {
        var text = Text(name);
        if (text is null || supported.Contains(text))
        {
            return text;
        }

        Report(name, "UnknownValue", $"'{text}' is not a value of '{name}'", Nearest.Remedy(text, [.. supported]));
        return null;
    }

    internal IReadOnlyList<string> TextList(string name, Func<string, (string Code, string Cause, string Remedy)?> check)
    {
        var list = new List<string>();
        foreach (var (item, path) in Items(name))
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                _problems.Add(WrongType(path, item, "text"));
            }
            else if (check(item.GetString()!) is { } wrong)
            {
                _problems.Add(new Problem(path, wrong.Code, wrong.Cause, wrong.Remedy));
            }
            else if (!list.Contains(item.GetString()!))
            {
                list.Add(item.GetString()!);
            }
        }

        return list;
    }

    /// <summary>The readers of a list of objects; what is no object is noted and left out.</summary>
    internal List<ObjectReader> Objects(string name) => [.. Items(name).Select(i => Open(i.Item, i.Path, _problems)).OfType<ObjectReader>()];

    internal IEnumerable<(JsonElement Item, string Path)> Items(string name)
    {
        if (!Has(name, out var value))
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().Select((item, index) => (item, $"{At(name)}[{index}]"));
        }

        _problems.Add(WrongType(At(name), value, "a list"));
        return [];
    }

    /// <summary>Names every member that was not asked for.</summary>
    internal void RefuseOthers()
    {
        foreach (var member in _object.EnumerateObject().Select(m => m.Name).Where(member => !_known.Contains(member)))
        {
            Report(member, "UnknownProperty", $"'{member}' is not a property here", Nearest.Remedy(member, [.. _known.Distinct()]));
        }
    }

    internal static Problem WrongType(string path, JsonElement found, string expected) =>
        new(path, "WrongType", $"{Shown(found)} is not {expected}", $"write {expected}");

    private static string Shown(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            // The same words however the document escapes them.
            JsonValueKind.String => $"\"{JsonEncodedText.Encode(value.GetString()!, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
            _ => value.GetRawText(),
        };
        return text.Length > LongestShown ? $"{text[..LongestShown]}…" : text;
    }
}
