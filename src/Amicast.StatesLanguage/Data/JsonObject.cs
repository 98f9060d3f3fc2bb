using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Amicast.StatesLanguage.Data;

/// <summary>An object, its fields in the order in which they were written. The fields given to it are its own from then on.</summary>
internal sealed class JsonObject(KeyValuePair<string, Json>[] fields) : Json
{
    // Below this a walk over the fields is faster than a table of them.
    private const int FewFields = 8;
    private Dictionary<string, int>? _places;
    private long _length;

    public static JsonObject Empty { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, Json>> Fields => fields;

    public override JsonValueKind Kind => JsonValueKind.Object;

    public override long Length => _length == 0 ? _length = Measure() : _length;

    /// <summary>An object of these fields; of fields of the same name the last counts.</summary>
    public static JsonObject Of(List<KeyValuePair<string, Json>> fields)
    {
        var places = new Dictionary<string, int>(fields.Count);
        var distinct = new List<KeyValuePair<string, Json>>(fields.Count);
        foreach (var field in fields)
        {
            if (places.TryAdd(field.Key, distinct.Count))
            {
                distinct.Add(field);
            }
            else
            {
                distinct[places[field.Key]] = field;
            }
        }

        return new JsonObject([.. distinct]);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Json? value)
    {
        var place = PlaceOf(name);
        value = place < 0 ? null : fields[place].Value;
        return place >= 0;
    }

    /// <summary>This object with another value of the field <paramref name="name"/>, or one field more.</summary>
    public JsonObject With(string name, Json value)
    {
        var place = PlaceOf(name);
        var changed = new KeyValuePair<string, Json>[place < 0 ? fields.Length + 1 : fields.Length];
        fields.CopyTo(changed, 0);
        changed[place < 0 ? fields.Length : place] = new(name, value);
        return new JsonObject(changed);
    }

    public override void AppendTo(StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            JsonText.AppendTo(text, fields[i].Key);
            text.Append(':');
            fields[i].Value.AppendTo(text);
        }

        text.Append('}');
    }

    public override bool Matches(Json other) =>
        other is JsonObject theirs
        && theirs.Fields.Count == fields.Length
        && Array.TrueForAll(fields, field => theirs.TryGet(field.Key, out var value) && field.Value.Matches(value));

    private int PlaceOf(string name)
    {
        if (fields.Length > FewFields)
        {
            _places ??= fields.Select((field, place) => (field.Key, place)).ToDictionary(pair => pair.Key, pair => pair.place);
            return _places.GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }

    private long Measure()
    {
        var length = 2L + Math.Max(0, fields.Length - 1);
        foreach (var (name, value) in fields)
        {
            length += JsonText.LengthOf(name) + 1 + value.Length;
        }

        return length;
    }
}
