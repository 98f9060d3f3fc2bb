using System.Globalization;

namespace Amicast.Local.Scheduling;

/// <summary><c>at(2026-12-01T02:00:00)</c>: once, in the schedule's time zone.</summary>
internal sealed class OneTimeSchedule(DateTimeOffset time) : ScheduleExpression
{
    internal static OneTimeSchedule Read(string text, TimeZoneInfo timezone) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new OneTimeSchedule(LocalTime.At(local, timezone) ?? throw new InvalidScheduleException($"at({text}): there is no such time in {timezone.Id}, whose clocks are put forward then."))
            : throw new InvalidScheduleException($"at({text}): write the time like at(2026-12-01T02:00:00).");

    internal override DateTimeOffset? First(DateTimeOffset made) => time > made ? time : null;

    internal override DateTimeOffset? Next(DateTimeOffset last) => null;
}
