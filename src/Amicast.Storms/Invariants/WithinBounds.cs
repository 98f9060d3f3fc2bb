namespace Amicast.Storms.Invariants;

/// <summary>(i) Calls, events and state data of an execution stay within bounds that do not depend on the trouble.</summary>
internal static class WithinBounds
{
    private const int MostCalls = 3000;
    private const int MostEvents = 6000;
    private const int MostData = 64 * 1024;

    internal static IEnumerable<string> Check(Tale tale)
    {
        foreach (var (name, effort) in tale.Executions.Select(one => (one.Name, one.Effort)))
        {
            if (effort.Calls > MostCalls || effort.Events > MostEvents || effort.LargestData > MostData)
            {
                yield return $"{name} took {effort.Calls} calls of {MostCalls}, {effort.Events} events of {MostEvents}, {effort.LargestData} bytes of state data of {MostData}";
            }
        }
    }
}
