using System.Collections.Concurrent;

namespace Amicast.HttpApi.Benchmarks;

/// <summary>What came of the requests.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<(string Kind, string Outcome, TimeSpan Took)> _all = [];

    internal int Count => _all.Count;

    internal void Add(string kind, string outcome, TimeSpan took) => _all.Enqueue((kind, outcome, took));

    internal IReadOnlyDictionary<string, int> Outcomes => _all.CountBy(one => $"{one.Kind}: {one.Outcome}").OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>The times of all, or of one kind, in milliseconds: median, 95th, 99th of a hundred, longest.</summary>
    internal string Percentiles(string? kind = null)
    {
        var times = _all.Where(one => kind is null || one.Kind == kind).Select(one => one.Took.TotalMilliseconds).Order().ToList();
        return times.Count == 0 ? "none" : string.Join(" / ", new[] { 0.5, 0.95, 0.99, 1 }.Select(part => FormattableString.Invariant($"{times[(int)((times.Count - 1) * part)]:F1}")));
    }
}
