using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>How values look to filters.</summary>
internal static class FilterTable
{
    internal static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };
}

/// <summary>The filters of one Describe operation: each documented name with the values of an item that it looks at.</summary>
/// <remarks>
/// Filters are joined by "and", the values of one filter by "or"; values match with <c>*</c> and <c>?</c>, case and all.
/// Source of the limits: "List and filter your resources" in the user guide.
/// </remarks>
internal sealed class FilterTable<T>
{
    private const string TagPrefix = "tag:";
    private const int MostFilters = 50;
    private const int MostValues = 200;
    private readonly Dictionary<string, Func<FilterPatterns, Matcher>> _matchers = [];
    private Func<T, Call, IReadOnlyDictionary<string, string>>? _tags;

    /// <summary>Whether a filter holds for an item, as the caller sees it.</summary>
    private delegate bool Matcher(T item, Call call);

    internal FilterTable<T> With(string name, Func<T, DateTimeOffset, string?> value)
    {
        _matchers.Add(name, patterns => (item, call) => patterns.Match(value(item, call.Now)));
        return this;
    }

    internal FilterTable<T> WithMany(string name, Func<T, DateTimeOffset, IEnumerable<string?>> values)
    {
        _matchers.Add(name, patterns => (item, call) => values(item, call.Now).Any(patterns.Match));
        return this;
    }

    /// <summary>Adds <c>tag:KEY</c> and <c>tag-key</c>.</summary>
    internal FilterTable<T> WithTags(Func<T, Call, IReadOnlyDictionary<string, string>> tags)
    {
        _tags = tags;
        _matchers.Add("tag-key", patterns => (item, call) => tags(item, call).Keys.Any(patterns.Match));
        return this;
    }

    /// <summary>The filters of a request as one predicate.</summary>
    /// <exception cref="Ec2Exception">InvalidParameterValue: a filter has no such name, or no value. FilterLimitExceeded.</exception>
    internal Func<T, bool> Read(Call call)
    {
        var filters = call.Parameters.Structures("Filter", MostFilters, RequestErrors.FilterLimitExceeded).Select(ReadOne).ToArray();
        return item => Array.TrueForAll(filters, filter => filter(item, call));
    }

    private Matcher ReadOne(Parameters filter)
    {
        var name = filter.Required("Name");
        var matcher = MatcherOf(name);
        var patterns = filter.List("Value", MostValues, RequestErrors.FilterLimitExceeded);
        if (patterns.Count == 0)
        {
            throw RequestErrors.InvalidValue($"The filter '{name}' has no value.");
        }

        return matcher(new(patterns));
    }

    private Func<FilterPatterns, Matcher> MatcherOf(string name)
    {
        if (_tags is { } tags && name.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            var key = name[TagPrefix.Length..];
            return patterns => (item, call) => patterns.Match(tags(item, call).GetValueOrDefault(key));
        }

        return _matchers.GetValueOrDefault(name) ?? throw RequestErrors.InvalidValue($"The filter '{name}' is invalid");
    }
}
