namespace Amicast.Benchmarks;

/// <summary>The command line: the names of the measures to take, or none for all of them.</summary>
internal static class Command
{
    private const int Success = 0;
    private const int BadUsage = 2;

    private static readonly IReadOnlyDictionary<string, Action> Measures = new SortedDictionary<string, Action>(StringComparer.Ordinal)
    {
        ["bodies"] = LargeBodies.Measure,
        ["copies"] = PendingCopies.Measure,
        ["describe"] = DescribeById.Measure,
        ["pages"] = PageByPage.Measure,
    };

    internal static int Run(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !Measures.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"'{unknown}' is not a measure. Measures are: {string.Join(", ", Measures.Keys)}.");
            return BadUsage;
        }

        foreach (var name in names.Count > 0 ? names : [.. Measures.Keys])
        {
            Console.WriteLine(name);
            Measures[name]();
        }

        return Success;
    }
}
