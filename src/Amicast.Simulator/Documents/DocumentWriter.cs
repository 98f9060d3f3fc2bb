using System.Globalization;
using System.Text.Json.Nodes;

namespace Amicast.Simulator.Documents;

/// <summary>Writes one object of a document, the inverse of <see cref="DocumentObject"/>: what has its default is left out.</summary>
internal sealed class DocumentWriter
{
    private readonly JsonObject _object = [];

    internal JsonObject Object => _object;

    internal DocumentWriter Text(string name, string? value, string? unless = null) => Add(name, value == unless ? null : value);

    internal DocumentWriter Flag(string name, bool? value, bool? unless = false) => Add(name, value == unless ? null : value);

    internal DocumentWriter Number(string name, double? value, double? unless = null) => Add(name, value == unless ? null : value);

    internal DocumentWriter Whole(string name, int? value, int? unless = null) => Add(name, value == unless ? null : value);

    internal DocumentWriter Moment(string name, DateTimeOffset? value) =>
        Add(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    internal DocumentWriter Texts(string name, IReadOnlyList<string> values) =>
        Add(name, values.Count == 0 ? null : new JsonArray([.. values.Select(value => JsonValue.Create(value))]));

    internal DocumentWriter TextByName(string name, IReadOnlyDictionary<string, string> values) =>
        Add(name, values.Count == 0 ? null : new JsonObject(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))));

    internal DocumentWriter Objects<T>(string name, IReadOnlyList<T> values, Func<T, DocumentWriter> write) =>
        Add(name, values.Count == 0 ? null : new JsonArray([.. values.Select(value => write(value).Object)]));

    internal DocumentWriter Part<T>(string name, T? value, Func<T, DocumentWriter> write) where T : class => Add(name, value is null ? null : write(value).Object);

    /// <summary>Properties that stand in this object though they are a thing of their own.</summary>
    internal DocumentWriter With<T>(T value, Func<DocumentWriter, T, DocumentWriter> write) => write(this, value);

    private DocumentWriter Add(string name, JsonNode? value)
    {
        if (value is not null)
        {
            _object.Add(name, value);
        }

        return this;
    }
}
