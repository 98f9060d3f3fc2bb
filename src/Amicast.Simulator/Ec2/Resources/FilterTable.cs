using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>How values look to filters.</summary>
internal static class FilterTable
{
    internal static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };
}

/// <summary>The filters of one Describe operation: each documented name with the values of an item that it looks at.</summary>
/// <remarks>Filters are joined by "and", the values of one filter by "or"; values match with <c>*</c> and <c>?</c>, case and all.</remarks>
internal sealed class FilterTable<T>
{
    private const string TagPrefix = "tag:";
    private readonly Dictionary<string, Func<T, DateTimeOffset, IEnumerable<string?>>> _values = [];
    private Func<T, DateTimeOffset, IReadOnlyDictionary<string, string>>? _tags;

    internal FilterTable<T> With(string name, Func<T, DateTimeOffset, string?> value) => WithMany(name, (item, now) => [value(item, now)]);

    internal FilterTable<T> WithMany(string name, Func<T, DateTimeOffset, IEnumerable<string?>> values)
    {
        _values.Add(name, values);
        return this;
    }

    /// <summary>Adds <c>tag:KEY</c> and <c>tag-key</c>.</summary>
    internal FilterTable<T> WithTags(Func<T, DateTimeOffset, IReadOnlyDictionary<string, string>> tags)
    {
        _tags = tags;
        return WithMany("tag-key", (item, now) => tags(item, now).Keys);
    }

    /// <summary>The filters of a request as one predicate.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue: a filter has no such name, or no value.</exception>
    internal Func<T, DateTimeOffset, bool> Read(Parameters parameters)
    {
        var filters = parameters.Structures("Filter").Select(ReadOne).ToArray();
        return (item, now) => Array.TrueForAll(filters, filter => filter(item, now));
    }

    private Func<T, DateTimeOffset, bool> ReadOne(Parameters filter)
    {
        var name = filter.Required("Name");
        var values = ValuesOf(name);
        var patterns = filter.List("Value");
        if (patterns.Count == 0)
        {
            throw RequestErrors.InvalidValue($"The filter '{name}' has no value.");
        }

        return (item, now) => values(item, now).Any(value => value is not null && patterns.Any(pattern => Wildcard.Matches(pattern, value)));
    }

    private Func<T, DateTimeOffset, IEnumerable<string?>> ValuesOf(string name)
    {
        if (_tags is { } tags && name.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            var key = name[TagPrefix.Length..];
            return (item, now) => [tags(item, now).GetValueOrDefault(key)];
        }

        return _values.GetValueOrDefault(name) ?? throw RequestErrors.InvalidValue($"The filter '{name}' is invalid");
    }
}
