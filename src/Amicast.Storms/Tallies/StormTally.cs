namespace Amicast.Storms.Tallies;

/// <summary>How often each thing happened: a storm that no longer storms is seen here.</summary>
public sealed class StormTally
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>What happened, and how often, in alphabetical order.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>What happened in many storms together.</summary>
    public static StormTally Of(IEnumerable<StormTally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var all = new StormTally();
        foreach (var (what, times) in tallies.SelectMany(tally => tally._counts))
        {
            all.Count(what, times);
        }

        return all;
    }

    internal void Count(string what, long times = 1) => _counts[what] = _counts.GetValueOrDefault(what) + times;
}
