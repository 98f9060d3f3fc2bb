using System.Globalization;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>How values look to filters.</summary>
internal static class FilterTable
{
    /// <summary>"Error codes for the Amazon EC2 API", FilterLimitExceeded.</summary>
    internal const int MostFilters = 50;

    /// <summary>The values of all filters of a request together.</summary>
    internal const int MostValues = 200;

    internal static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };

    /// <summary>A moment, as the responses show it.</summary>
    internal static string? Text(DateTimeOffset? value) =>
        value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The filters of one Describe operation: each documented name with the values of an item that it looks at.</summary>
/// <remarks>
/// Filters are joined by "and", the values of one filter by "or"; values match with <c>*</c> and <c>?</c>, case and all. A filter that AWS documents
/// is one of three: it looks at something that is here; or at something that no item has here, and matches none; or it is refused by name.
/// </remarks>
internal sealed class FilterTable<T>
{
    private const string TagPrefix = "tag:";
    private const string TagKey = "tag-key";
    private readonly Dictionary<string, Func<FilterPatterns, Matcher>> _matchers = [];
    private readonly List<string> _refused = [];
    private Func<T, Call, string, string?>? _tag;

    /// <summary>Whether a filter holds for an item, as the caller sees it.</summary>
    private delegate bool Matcher(T item, Call call);

    /// <summary>The filters that are carried out, <c>tag:KEY</c> for all of its kind.</summary>
    internal IEnumerable<string> Names => _tag is null ? _matchers.Keys : [.. _matchers.Keys, $"{TagPrefix}KEY"];

    /// <summary>The documented filters that are refused; one that ends in a dot stands for all that begin so.</summary>
    internal IReadOnlyList<string> RefusedNames => _refused;

    internal FilterTable<T> With(string name, Func<T, DateTimeOffset, string?> value)
    {
        _matchers.Add(name, patterns => (item, call) => patterns.Match(value(item, call.Now)));
        return this;
    }

    internal FilterTable<T> WithMany(string name, Func<T, DateTimeOffset, IEnumerable<string?>> values) =>
        WithCall(name, (item, call) => values(item, call.Now));

    /// <summary>Adds a filter whose values follow from the Region or the account of the call.</summary>
    internal FilterTable<T> WithCall(string name, Func<T, Call, IEnumerable<string?>> values)
    {
        _matchers.Add(name, patterns => (item, call) => values(item, call).Any(patterns.Match));
        return this;
    }

    /// <summary>Adds filters on what no item has here, so that they match none of them.</summary>
    internal FilterTable<T> WithNone(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _matchers.Add(name, static _ => static (_, _) => false);
        }

        return this;
    }

    /// <summary>Names documented filters that are not carried out; one that ends in a dot stands for all that begin so.</summary>
    internal FilterTable<T> Refusing(params ReadOnlySpan<string> names)
    {
        _refused.AddRange(names);
        return this;
    }

    /// <summary>Adds <c>tag:KEY</c> and <c>tag-key</c>.</summary>
    internal FilterTable<T> WithTags(Func<T, Call, IReadOnlyDictionary<string, string>> tags)
    {
        WithCall(TagKey, (item, call) => tags(item, call).Keys);
        return WithTag((item, call, key) => tags(item, call).GetValueOrDefault(key));
    }

    /// <summary>Adds <c>tag:KEY</c> alone.</summary>
    /// <param name="value">The value of the tag with that key.</param>
    internal FilterTable<T> WithTag(Func<T, Call, string, string?> value)
    {
        _tag = value;
        return this;
    }

    /// <summary>The filters of a request as one predicate.</summary>
    /// <exception cref="Ec2Exception">
    /// InvalidParameterValue: a filter has no such name, or no value. FilterLimitExceeded. UnsupportedOperation: the filter is not carried out.
    /// </exception>
    internal Func<T, bool> Read(Call call)
    {
        var asked = call.Parameters.Structures("Filter", FilterTable.MostFilters, RequestErrors.FilterLimitExceeded);
        if (asked.Sum(filter => filter.List("Value", FilterTable.MostValues, RequestErrors.FilterLimitExceeded).Count) > FilterTable.MostValues)
        {
            throw RequestErrors.FilterLimitExceeded($"A request can have at most {FilterTable.MostValues} filter values.");
        }

        var filters = asked.Select(ReadOne).ToArray();
        return item => Array.TrueForAll(filters, filter => filter(item, call));
    }

    private Matcher ReadOne(Parameters filter)
    {
        var name = filter.Required("Name");
        var matcher = MatcherOf(name);
        var patterns = filter.List("Value");
        return patterns.Count > 0 ? matcher(new(patterns)) : throw RequestErrors.InvalidValue($"The filter '{name}' has no value.");
    }

    private Func<FilterPatterns, Matcher> MatcherOf(string name)
    {
        if (_tag is { } tag && name.StartsWith(TagPrefix, StringComparison.Ordinal))
        {
            var key = name[TagPrefix.Length..];
            return patterns => (item, call) => patterns.Match(tag(item, call, key));
        }

        return _matchers.GetValueOrDefault(name) ?? throw Unknown(name);
    }

    private Ec2Exception Unknown(string name) =>
        _refused.Exists(refused => refused.EndsWith('.') ? name.StartsWith(refused, StringComparison.Ordinal) : name == refused)
            ? RequestErrors.Unsupported($"the filter '{name}'")
            : RequestErrors.InvalidValue($"The filter '{name}' is invalid");
}
