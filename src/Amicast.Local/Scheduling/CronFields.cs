using System.Globalization;
using System.Text.RegularExpressions;

namespace Amicast.Local.Scheduling;

/// <summary>The six fields of AWS's cron expressions, of which Cronos gets five.</summary>
/// <remarks>
/// AWS counts the days of the week from 1, Sunday; Cronos from 0. What AWS's table of wildcards does not allow in a field is refused here, as there, also where
/// Cronos has a meaning for it. A day of the week with <c>L</c> alone is refused: AWS's table allows it and does not say what it means.
/// </remarks>
internal sealed partial record CronFields(string ForCronos, string Year)
{
    private static readonly (string Name, Regex Allowed)[] Fields =
    [
        ("minutes", Numbers()), ("hours", Numbers()), ("day of month", DaysOfMonth()), ("month", Months()), ("day of week", DaysOfWeek()), ("year", Numbers()),
    ];

    /// <exception cref="InvalidScheduleException">AWS would refuse it, or it is not carried out here.</exception>
    internal static CronFields Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            throw new InvalidScheduleException($"cron({text}): there are {parts.Length} fields; write six: minutes, hours, day of month, month, day of week, year.");
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!Fields[i].Allowed.IsMatch(parts[i]))
            {
                throw new InvalidScheduleException($"cron({text}): '{parts[i]}' is not carried out as {Fields[i].Name}.");
            }
        }

        if (parts[2] == "?" == (parts[4] == "?"))
        {
            throw new InvalidScheduleException($"cron({text}): write ? for the day of month or for the day of week, and the other one out.");
        }

        parts[4] = DayNumber().Replace(parts[4], day => (int.Parse(day.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture));
        return new CronFields(string.Join(' ', parts[..5]), parts[5]);
    }

    [GeneratedRegex(@"^[0-9*,/-]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(\?|L|LW|[0-9]{1,2}W|[0-9*,/-]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DaysOfMonth();

    [GeneratedRegex(@"^([0-9*,/-]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Months();

    [GeneratedRegex(@"^(\?|\*|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]|([,-]([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))*))\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DaysOfWeek();

    // Not the one after #, which says the how many-th of its month.
    [GeneratedRegex("(?<!#)[1-7]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayNumber();
}
