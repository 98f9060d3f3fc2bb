namespace Amicast.Requests;

/// <summary>Finds what somebody meant to write.</summary>
public static class Nearest
{
    /// <summary>The candidate that is the fewest edits away, if it is near enough to be a slip of the fingers.</summary>
    public static string? To(string written, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(written, candidate)))
        .Where(near => near.distance <= Math.Max(2, written.Length / 4))
        .OrderBy(near => near.distance)
        .Select(near => near.candidate)
        .FirstOrDefault();

    /// <summary>A remedy: the nearest candidate, or all of them.</summary>
    internal static string Remedy(string written, IReadOnlyCollection<string> candidates) =>
        To(written, candidates) is { } meant ? $"did you mean '{meant}'?" : $"use one of: {string.Join(", ", candidates)}";

    // Levenshtein's distance, case aside, with one row kept.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + change));
            }
        }

        return row[^1];
    }
}
