using System.Net;

namespace Amicast.StormTests;

/// <summary>A request of EC2's Query protocol.</summary>
internal sealed class Form
{
    private readonly List<(string Name, string Value)> _fields;

    private Form(List<(string Name, string Value)> fields) => _fields = fields;

    internal string? Action => this["Action"];

    internal string? this[string name]
    {
        get => _fields.FirstOrDefault(field => field.Name == name).Value;
        set
        {
            Remove(name);
            _fields.Add((name, value!));
        }
    }

    internal static Form Parse(string body) => new([.. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[^1])))]);

    internal void Remove(string name) => _fields.RemoveAll(field => field.Name == name);

    /// <summary>The fields under a prefix, taken out.</summary>
    internal List<(string Name, string Value)> TakeOut(string prefix)
    {
        var taken = _fields.Where(field => field.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        _fields.RemoveAll(taken.Contains);
        return taken;
    }

    /// <summary>Adds an item to a list of an action that has any.</summary>
    internal void AddTo(string action, string list, string name, string value)
    {
        var items = _fields.Count(field => field.Name.StartsWith($"{list}.", StringComparison.Ordinal));
        if (Action == action && items > 0 && _fields.TrueForAll(field => field.Value != value))
        {
            _fields.Add(($"{list}.{items + 1}.{name}", value));
        }
    }

    internal string ToBody() => string.Join('&', _fields.Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}"));
}
