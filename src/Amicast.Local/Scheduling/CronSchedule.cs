using Cronos;

namespace Amicast.Local.Scheduling;

/// <summary><c>cron(0 2 * * ? *)</c>: minutes, hours, day of month, month, day of week, year, in the schedule's time zone.</summary>
/// <remarks>
/// Times that clocks are put forward over are left out, and those that they show twice are due once (AWS, "Daylight savings time on EventBridge Scheduler"):
/// so Cronos, which would move the one and may repeat the other, is asked for what the clock on the wall shows, and knows of no time zone.
/// </remarks>
internal sealed class CronSchedule(CronExpression days, CronYears years, TimeZoneInfo timezone) : ScheduleExpression
{
    internal static CronSchedule Read(string text, TimeZoneInfo timezone)
    {
        var fields = CronFields.Read(text);
        try
        {
            return new CronSchedule(CronExpression.Parse(fields.ForCronos), CronYears.Parse(text, fields.Year), timezone);
        }
        catch (CronFormatException refused)
        {
            throw new InvalidScheduleException($"cron({text}): {refused.Message.TrimEnd('.')}.");
        }
    }

    internal override DateTimeOffset? First(DateTimeOffset made) => Next(made);

    internal override DateTimeOffset? Next(DateTimeOffset last)
    {
        var shown = TimeZoneInfo.ConvertTime(last, timezone).DateTime;
        while (NextShown(shown) is { } next)
        {
            if (LocalTime.At(next, timezone) is { } time && time > last)
            {
                return time;
            }

            shown = next;
        }

        return null;
    }

    private DateTime? NextShown(DateTime after)
    {
        var next = days.GetNextOccurrence(DateTime.SpecifyKind(after, DateTimeKind.Utc));
        while (next is { } found && !years.Have(found.Year))
        {
            next = years.After(found.Year) is { } year ? days.GetNextOccurrence(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc), inclusive: true) : null;
        }

        return next;
    }
}
