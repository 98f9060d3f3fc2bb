namespace Amicast.Storms.Tallies;

/// <summary>How often each thing happened: a storm that no longer storms is seen here.</summary>
public sealed class StormTally
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>What happened, and how often, in alphabetical order.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    internal void Count(string what, long times = 1) => _counts[what] = _counts.GetValueOrDefault(what) + times;

    /// <summary>Adds what happened in another storm.</summary>
    public void Add(StormTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (what, times) in other._counts)
        {
            Count(what, times);
        }
    }
}
