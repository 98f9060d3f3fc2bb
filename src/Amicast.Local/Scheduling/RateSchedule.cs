using System.Globalization;
using System.Text.RegularExpressions;

namespace Amicast.Local.Scheduling;

/// <summary><c>rate(12 hours)</c>: at once, and then in even steps. A day is 24 hours, in every time zone.</summary>
internal sealed partial class RateSchedule(TimeSpan step) : ScheduleExpression
{
    internal static RateSchedule Read(string text)
    {
        if (Form().Match(text) is { Success: true } form && int.TryParse(form.Groups["value"].Value, CultureInfo.InvariantCulture, out var value) && value > 0)
        {
            return new RateSchedule(form.Groups["unit"].Value switch
            {
                "minute" => TimeSpan.FromMinutes(value),
                "hour" => TimeSpan.FromHours(value),
                _ => TimeSpan.FromDays(value),
            });
        }

        throw new InvalidScheduleException($"rate({text}): write a whole number above zero and minutes, hours or days, as in rate(12 hours).");
    }

    internal override DateTimeOffset? First(DateTimeOffset made) => made;

    internal override DateTimeOffset? Next(DateTimeOffset last) => DateTimeOffset.MaxValue - last > step ? last + step : null;

    [GeneratedRegex(@"^(?<value>[0-9]{1,6}) (?<unit>minute|hour|day)s?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
