using System.Text.RegularExpressions;

namespace Amicast.Local.Scheduling;

/// <summary>When a schedule is due. Source: "Schedule types in EventBridge Scheduler", AWS.</summary>
internal abstract partial class ScheduleExpression
{
    /// <summary>When it is due for the first time, where it is made at <paramref name="made"/>; <see langword="null"/>: never.</summary>
    internal abstract DateTimeOffset? First(DateTimeOffset made);

    /// <summary>When it is due after <paramref name="last"/>, when it was.</summary>
    internal abstract DateTimeOffset? Next(DateTimeOffset last);

    /// <summary>Reads <c>cron(…)</c>, <c>rate(…)</c> or <c>at(…)</c>.</summary>
    /// <exception cref="InvalidScheduleException">It is none of them, or not carried out here.</exception>
    internal static ScheduleExpression Parse(string text, TimeZoneInfo timezone)
    {
        if (Form().Match(text) is not { Success: true } form)
        {
            throw new InvalidScheduleException($"'{text}' is no schedule; write cron(0 2 * * ? *), rate(12 hours) or at(2026-12-01T02:00:00).");
        }

        var argument = form.Groups["argument"].Value;
        return form.Groups["kind"].Value switch
        {
            "cron" => CronSchedule.Read(argument, timezone),
            "rate" => RateSchedule.Read(argument),
            _ => OneTimeSchedule.Read(argument, timezone),
        };
    }

    [GeneratedRegex(@"^(?<kind>cron|rate|at)\((?<argument>.*)\)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
