using System.Globalization;
using System.Text.Json;

namespace Amicast.Simulator.Documents;

/// <summary>One object of a document: hands out its properties by name and type, and reports what does not fit.</summary>
/// <remarks>A property that was never asked for is unknown; that is reported when the object has been read.</remarks>
internal sealed class DocumentObject(JsonElement element, string path, DocumentProblems problems)
{
    private readonly List<string> _known = [];

    /// <summary>Whether something is wrong with the property <paramref name="name"/>, as far as is known.</summary>
    internal bool HasProblemAt(string name) => problems.HasAt($"{path}.{name}");

    /// <summary>Whether the property stands here.</summary>
    internal bool Has(string name)
    {
        Know(name);
        return element.TryGetProperty(name, out _);
    }

    /// <summary>Whether the property <paramref name="name"/> is there; if so, it is a known one from now on.</summary>
    internal bool TakesNote(string name)
    {
        var isThere = element.TryGetProperty(name, out _);
        if (isThere)
        {
            _known.Add(name);
        }

        return isThere;
    }

    /// <summary>Reads this object, then reports the properties that nobody asked for.</summary>
    internal T ReadBy<T>(Func<DocumentObject, T> read)
    {
        var result = read(this);
        var names = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                Report(property.Name, "Duplicate", $"'{property.Name}' stands here more than once.", "Keep one.");
            }
            else if (!problems.IgnoresUnknown && !_known.Contains(property.Name))
            {
                var meant = NearestName.Of(property.Name, _known);
                Report(
                    property.Name,
                    "UnknownProperty",
                    $"'{property.Name}' is not known here.",
                    meant is null ? $"Known are: {string.Join(", ", _known)}." : $"Did you mean '{meant}'?");
            }
        }

        return result;
    }

    internal string? Text(string name) => Find(name, JsonValueKind.String, "a text")?.GetString();

    internal string RequiredText(string name)
    {
        if (!element.TryGetProperty(name, out _))
        {
            Know(name);
            Report(name, "MissingProperty", $"'{name}' is missing.", $"Add '{name}'.");
            return "";
        }

        return Text(name) ?? "";
    }

    /// <summary>A text that <paramref name="isValid"/> accepts; <paramref name="form"/> says what that is.</summary>
    internal string? Text(string name, Func<string, bool> isValid, string form)
    {
        var text = Text(name);
        if (text is not null && !isValid(text))
        {
            Report(name, "InvalidValue", $"'{text}' is not {form}.", $"Give {form}.");
        }

        return text;
    }

    /// <summary>As <see cref="Text(string, Func{string, bool}, string)"/>, and it must be there.</summary>
    internal string RequiredText(string name, Func<string, bool> isValid, string form)
    {
        var missing = !element.TryGetProperty(name, out _);
        return missing ? RequiredText(name) : Text(name, isValid, form) ?? "";
    }

    internal bool? Flag(string name)
    {
        Know(name);
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind == JsonValueKind.Undefined ? null : value.GetBoolean();
        }

        Report(name, "WrongType", $"'{name}' is not true or false.", "Write true or false, without quotes.");
        return null;
    }

    internal double? Number(string name, double least, double most)
    {
        var value = Find(name, JsonValueKind.Number, "a number")?.GetDouble();
        if (value < least || value > most)
        {
            Report(name, "InvalidValue", $"{value} lies outside {least} to {most}.", $"Give a number from {least} to {most}.");
        }

        return value;
    }

    internal int? Whole(string name, int least, int most)
    {
        var value = Number(name, least, most);
        if (value is { } number && number != Math.Floor(number))
        {
            Report(name, "InvalidValue", $"{number} is not a whole number.", "Give a whole number.");
        }

        return value is { } known && known >= least && known <= most ? (int)known : null;
    }

    internal DateTimeOffset? Moment(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
        {
            return moment;
        }

        Report(name, "InvalidValue", $"'{text}' is not a moment.", "Write it as 2026-11-22T02:00:00Z.");
        return null;
    }

    /// <summary>As <see cref="Moment"/>, and it must be there.</summary>
    internal DateTimeOffset RequiredMoment(string name) => RequiredText(name).Length > 0 ? Moment(name) ?? default : default;

    /// <summary>The objects of the list <paramref name="name"/>; none, if it is not there.</summary>
    internal IReadOnlyList<T> Objects<T>(string name, Func<DocumentObject, T> read)
    {
        var objects = new List<T>();
        foreach (var (item, at) in Items(name, JsonValueKind.Object, "an object"))
        {
            objects.Add(new DocumentObject(item, at, problems).ReadBy(read));
        }

        return objects;
    }

    /// <summary>As <see cref="Object{T}"/>, and it must be there.</summary>
    internal T? RequiredObject<T>(string name, Func<DocumentObject, T> read) where T : class
    {
        if (!Has(name))
        {
            Report(name, "MissingProperty", $"'{name}' is missing.", $"Add '{name}'.");
        }

        return Object(name, read);
    }

    /// <summary>The object <paramref name="name"/>; null, if it is not there.</summary>
    internal T? Object<T>(string name, Func<DocumentObject, T> read) where T : class =>
        Find(name, JsonValueKind.Object, "an object") is { } item ? new DocumentObject(item, $"{path}.{name}", problems).ReadBy(read) : null;

    internal IReadOnlyList<string> Texts(string name) => [.. Items(name, JsonValueKind.String, "a text").Select(item => item.Item.GetString()!)];

    /// <summary>An object whose properties are all texts, as tags are.</summary>
    internal IReadOnlyDictionary<string, string> TextByName(string name)
    {
        var texts = new Dictionary<string, string>();
        if (Find(name, JsonValueKind.Object, "an object") is not { } map)
        {
            return texts;
        }

        foreach (var property in map.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
            {
                Report($"{name}.{property.Name}", "WrongType", "The value is not a text.", "Write it in quotes.");
            }
            else if (!texts.TryAdd(property.Name, property.Value.GetString()!))
            {
                Report($"{name}.{property.Name}", "Duplicate", $"'{property.Name}' stands here more than once.", "Keep one.");
            }
        }

        return texts;
    }

    /// <summary>Reports a value that is none of those that there are; the remedy is the nearest, or all of them.</summary>
    internal void ReportUnknown(string name, string message, string value, IEnumerable<string> known, string noun)
    {
        var meant = NearestName.Of(value, known);
        Report(name, "InvalidValue", message, meant is null ? $"{noun} are: {string.Join(", ", known)}." : $"Did you mean '{meant}'?");
    }

    internal void Report(string name, string code, string message, string remedy) => problems.Add(new($"{path}.{name}", code, message, remedy));

    private void Know(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(string name, JsonValueKind kind, string noun)
    {
        var list = Find(name, JsonValueKind.Array, "a list");
        for (var i = 0; i < (list?.GetArrayLength() ?? 0); i++)
        {
            var item = list!.Value[i];
            if (item.ValueKind == kind)
            {
                yield return (item, $"{path}.{name}[{i}]");
            }
            else
            {
                Report($"{name}[{i}]", "WrongType", $"This is not {noun}.", $"Write {noun}.");
            }
        }
    }

    private JsonElement? Find(string name, JsonValueKind kind, string noun)
    {
        Know(name);
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Report(name, "WrongType", $"'{name}' is not {noun}.", $"Write {noun}.");
        return null;
    }
}
