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
    private const string TagKey = "tag-key";
    private readonly Dictionary<string, Func<T, DateTimeOffset, IEnumerable<string?>>> _values = [];
    private Func<T, Call, IReadOnlyDictionary<string, string>>? _tags;

    internal FilterTable<T> With(string name, Func<T, DateTimeOffset, string?> value) => WithMany(name, (item, now) => [value(item, now)]);

    internal FilterTable<T> WithMany(string name, Func<T, DateTimeOffset, IEnumerable<string?>> values)
    {
        _values.Add(name, values);
        return this;
    }

    /// <summary>Adds <c>tag:KEY</c> and <c>tag-key</c>.</summary>
    internal FilterTable<T> WithTags(Func<T, Call, IReadOnlyDictionary<string, string>> tags)
    {
        _tags = tags;
        return this;
    }

    /// <summary>The filters of a request as one predicate.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue: a filter has no such name, or no value.</exception>
    internal Func<T, bool> Read(Call call)
    {
        var filters = call.Parameters.Structures("Filter").Select(filter => ReadOne(filter, call)).ToArray();
        return item => Array.TrueForAll(filters, filter => filter(item));
    }

    private Func<T, bool> ReadOne(Parameters filter, Call call)
    {
        var name = filter.Required("Name");
        var values = ValuesOf(name, call);
        var patterns = filter.List("Value");
        if (patterns.Count == 0)
        {
            throw RequestErrors.InvalidValue($"The filter '{name}' has no value.");
        }

        return item => values(item).Any(value => value is not null && patterns.Any(pattern => Wildcard.Matches(pattern, value)));
    }

    private Func<T, IEnumerable<string?>> ValuesOf(string name, Call call)
    {
        if (_tags is { } tags && name == TagKey)
        {
            return item => tags(item, call).Keys;
        }

        if (_tags is { } tagged && name.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            var key = name[TagPrefix.Length..];
            return item => [tagged(item, call).GetValueOrDefault(key)];
        }

        var values = _values.GetValueOrDefault(name) ?? throw RequestErrors.InvalidValue($"The filter '{name}' is invalid");
        return item => values(item, call.Now);
    }
}
