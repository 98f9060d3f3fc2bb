namespace Amicast.Aws;

/// <summary>How often AWS asked to slow down, per Region; what a client's short retry cured is counted too.</summary>
public sealed class ThrottledCalls
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    // Lambda Managed Instances run several invocations in one process; never waited for in a one-threaded world.
    private readonly Lock _counting = new();

    /// <summary>What was counted since it was taken last, by Region; the count begins anew.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Take()
    {
        lock (_counting)
        {
            var taken = _counts.ToList();
            _counts.Clear();
            return taken;
        }
    }

    internal void Add(string region)
    {
        lock (_counting)
        {
            _counts[region] = _counts.GetValueOrDefault(region) + 1;
        }
    }
}
