using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>The parameters of a request, with a mark on each that was asked for by its name: what nobody asked for is unknown here.</summary>
internal sealed class ReadMarks(IReadOnlyDictionary<string, string> sent) : IReadOnlyDictionary<string, string>
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The parameters, as they were sent; looking at these marks nothing.</summary>
    internal IReadOnlyDictionary<string, string> Sent => sent;

    /// <summary>The names of those that were not asked for, in the order in which they were sent.</summary>
    internal IReadOnlyList<string> Unread => _read.Count == sent.Count ? [] : [.. sent.Keys.Where(name => !_read.Contains(name))];

    public int Count => sent.Count;

    public IEnumerable<string> Keys => sent.Keys;

    public IEnumerable<string> Values => sent.Values;

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => sent.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var isThere = sent.TryGetValue(key, out value);
        if (isThere)
        {
            _read.Add(key);
        }

        return isThere;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => sent.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Marks all: the request was known by something else than its parameters.</summary>
    internal void MarkAll() => _read.UnionWith(sent.Keys);
}
