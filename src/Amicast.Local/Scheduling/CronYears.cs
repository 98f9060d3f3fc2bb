using System.Globalization;

namespace Amicast.Local.Scheduling;

/// <summary>The sixth field of AWS's cron expressions, which Cronos does not know: <c>*</c>, years, ranges of years, and lists of these.</summary>
internal sealed class CronYears(IReadOnlyList<(int From, int To)> ranges)
{
    private const int First = 1970;
    private const int Last = 2199;

    internal static CronYears Parse(string expression, string field) => new([.. field.Split(',').Select(part => ReadPart(expression, part))]);

    internal bool Have(int year) => ranges.Any(range => range.From <= year && year <= range.To);

    /// <summary>The next of them after a year that is none of them.</summary>
    internal int? After(int year) => ranges.Where(range => range.From > year).Select(range => (int?)range.From).Min();

    private static (int From, int To) ReadPart(string expression, string part)
    {
        var ends = part.Split('-');
        return part == "*" ? (First, Last)
            : ends.Length <= 2 && Year(ends[0]) is { } from && Year(ends[^1]) is { } to && from <= to ? (from, to)
            : throw new InvalidScheduleException($"cron({expression}): the year '{part}' is not carried out here; write *, a year from {First} to {Last}, or a range such as 2026-2028.");
    }

    private static int? Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last ? year : null;
}
