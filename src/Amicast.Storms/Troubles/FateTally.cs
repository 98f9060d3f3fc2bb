namespace Amicast.Storms.Troubles;

/// <summary>How often each fate was met.</summary>
internal sealed class FateTally
{
    private readonly SortedDictionary<Fate, int> _counts = [];

    internal IReadOnlyDictionary<Fate, int> Counts => _counts;

    internal void Count(Fate fate)
    {
        if (fate != Fate.Spared)
        {
            _counts[fate] = _counts.GetValueOrDefault(fate) + 1;
        }
    }
}
