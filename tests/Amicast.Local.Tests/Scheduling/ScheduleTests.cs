using System.Text.Json;
using Amicast.Local.Scheduling;

namespace Amicast.Local.Tests.Scheduling;

/// <summary>When schedules are due, as EventBridge Scheduler reads their expressions.</summary>
public sealed class ScheduleTests
{
    [Theory]
    // Every field and wildcard of AWS's table.
    [InlineData("cron(0 2 * * ? *)", "UTC", "2026-11-22T02:00:00Z", "2026-11-23T02:00:00Z 2026-11-24T02:00:00Z 2026-11-25T02:00:00Z")]
    [InlineData("cron(15,45 9-10 1 JAN-feb ? *)", "UTC", "2026-12-31T00:00:00Z", "2027-01-01T09:15:00Z 2027-01-01T09:45:00Z 2027-01-01T10:15:00Z")]
    [InlineData("cron(0/20 8 ? * MON-FRI *)", "UTC", "2026-11-20T08:30:00Z", "2026-11-20T08:40:00Z 2026-11-23T08:00:00Z 2026-11-23T08:20:00Z")]
    [InlineData("cron(0 8 ? * 1 *)", "UTC", "2026-11-20T00:00:00Z", "2026-11-22T08:00:00Z 2026-11-29T08:00:00Z 2026-12-06T08:00:00Z")]
    [InlineData("cron(0 8 ? * 2-4,7 *)", "UTC", "2026-11-22T12:00:00Z", "2026-11-23T08:00:00Z 2026-11-24T08:00:00Z 2026-11-25T08:00:00Z")]
    [InlineData("cron(0 8 ? * 3#2 *)", "UTC", "2026-11-22T00:00:00Z", "2026-12-08T08:00:00Z 2027-01-12T08:00:00Z 2027-02-09T08:00:00Z")]
    [InlineData("cron(0 8 ? * 6L *)", "UTC", "2026-11-22T00:00:00Z", "2026-11-27T08:00:00Z 2026-12-25T08:00:00Z 2027-01-29T08:00:00Z")]
    [InlineData("cron(0 8 L * ? *)", "UTC", "2027-01-01T00:00:00Z", "2027-01-31T08:00:00Z 2027-02-28T08:00:00Z 2027-03-31T08:00:00Z")]
    [InlineData("cron(0 8 15W * ? *)", "UTC", "2026-11-01T00:00:00Z", "2026-11-16T08:00:00Z 2026-12-15T08:00:00Z 2027-01-15T08:00:00Z")]
    [InlineData("cron(0 8 LW 5,10 ? *)", "UTC", "2026-01-01T00:00:00Z", "2026-05-29T08:00:00Z 2026-10-30T08:00:00Z 2027-05-31T08:00:00Z")]
    [InlineData("cron(0 8 31 12 ? 2026,2030-2031)", "UTC", "2026-11-22T00:00:00Z", "2026-12-31T08:00:00Z 2030-12-31T08:00:00Z 2031-12-31T08:00:00Z")]
    [InlineData("cron(0 8 31 12 ? 2026)", "UTC", "2026-11-22T00:00:00Z", "2026-12-31T08:00:00Z")]
    [InlineData("cron(0 8 31 12 ? 2020)", "UTC", "2026-11-22T00:00:00Z", "")]
    // Berlin's clocks show 02:00 to 02:59 twice on 25 October 2026, and not at all on 28 March 2027.
    [InlineData("cron(30 2 * * ? *)", "Europe/Berlin", "2026-10-24T00:00:00Z", "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z")]
    [InlineData("cron(0/30 2 * * ? *)", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z 2026-10-25T00:30:00Z 2026-10-26T01:00:00Z")]
    [InlineData("cron(30 2 * * ? *)", "Europe/Berlin", "2027-03-27T00:00:00Z", "2027-03-27T01:30:00Z 2027-03-29T00:30:00Z 2027-03-30T00:30:00Z")]
    [InlineData("cron(0 2 * * ? *)", "America/New_York", "2026-11-22T00:00:00Z", "2026-11-22T07:00:00Z 2026-11-23T07:00:00Z 2026-11-24T07:00:00Z")]
    // At once, and a day has 24 hours whatever the clocks do.
    [InlineData("rate(1 day)", "Europe/Berlin", "2026-10-24T00:30:00Z", "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T00:30:00Z")]
    [InlineData("rate(12 hours)", "UTC", "2026-11-22T02:00:00Z", "2026-11-22T02:00:00Z 2026-11-22T14:00:00Z 2026-11-23T02:00:00Z")]
    [InlineData("rate(1 minute)", "UTC", "2026-11-22T02:00:00Z", "2026-11-22T02:00:00Z 2026-11-22T02:01:00Z 2026-11-22T02:02:00Z")]
    [InlineData("at(2026-12-01T02:00:00)", "Europe/Berlin", "2026-11-22T02:00:00Z", "2026-12-01T01:00:00Z")]
    [InlineData("at(2026-10-25T02:30:00)", "Europe/Berlin", "2026-10-22T02:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("at(2026-11-21T02:00:00)", "UTC", "2026-11-22T02:00:00Z", "")]
    public void Schedule_is_due_when_its_expression_says_in_its_time_zone(string expression, string timezone, string made, string due)
    {
        var times = Of(expression, timezone).Expression;
        var found = new List<DateTimeOffset>();
        for (var next = times.First(DateTimeOffset.Parse(made)); next is { } time && found.Count < 3; next = times.Next(time))
        {
            found.Add(time);
        }

        Assert.Equal(due, string.Join(' ', found.Select(time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
    }

    [Theory]
    [InlineData("daily", "UTC", "'daily' is no schedule; write cron(0 2 * * ? *), rate(12 hours) or at(2026-12-01T02:00:00).")]
    [InlineData("rate(1 day)", "Europe/Bonn", "'Europe/Bonn' is no time zone of this machine; write one such as UTC or Europe/Berlin.")]
    [InlineData("rate(0 hours)", "UTC", "rate(0 hours): write a whole number above zero and minutes, hours or days, as in rate(12 hours).")]
    [InlineData("rate(1 week)", "UTC", "rate(1 week): write a whole number above zero and minutes, hours or days, as in rate(12 hours).")]
    [InlineData("at(tomorrow)", "UTC", "at(tomorrow): write the time like at(2026-12-01T02:00:00).")]
    [InlineData("at(2027-03-28T02:30:00)", "Europe/Berlin", "at(2027-03-28T02:30:00): there is no such time in Europe/Berlin, whose clocks are put forward then.")]
    [InlineData("cron(0 2 * * ?)", "UTC", "cron(0 2 * * ?): there are 5 fields; write six: minutes, hours, day of month, month, day of week, year.")]
    [InlineData("cron(0 2 * * * *)", "UTC", "cron(0 2 * * * *): write ? for the day of month or for the day of week, and the other one out.")]
    [InlineData("cron(0 2 ? * ? *)", "UTC", "cron(0 2 ? * ? *): write ? for the day of month or for the day of week, and the other one out.")]
    [InlineData("cron(60 2 * * ? *)", "UTC", "cron(60 2 * * ? *): The given cron expression has an invalid format. Minutes: Value must be a number between 0 and 59 (all inclusive).")]
    [InlineData("cron(0 2 ? * 0 *)", "UTC", "cron(0 2 ? * 0 *): '0' is not carried out as day of week.")]
    [InlineData("cron(0 2 ? * L *)", "UTC", "cron(0 2 ? * L *): 'L' is not carried out as day of week.")]
    [InlineData("cron(0 2 ? * 2/2 *)", "UTC", "cron(0 2 ? * 2/2 *): '2/2' is not carried out as day of week.")]
    [InlineData("cron(0 2 L-3 * ? *)", "UTC", "cron(0 2 L-3 * ? *): 'L-3' is not carried out as day of month.")]
    [InlineData("cron(0 2 1,L * ? *)", "UTC", "cron(0 2 1,L * ? *): '1,L' is not carried out as day of month.")]
    [InlineData("cron(0 @daily * * ? *)", "UTC", "cron(0 @daily * * ? *): '@daily' is not carried out as hours.")]
    [InlineData("cron(0 2 1 MAI ? *)", "UTC", "cron(0 2 1 MAI ? *): 'MAI' is not carried out as month.")]
    [InlineData("cron(0 2 1 1 ? 2026/2)", "UTC", "cron(0 2 1 1 ? 2026/2): the year '2026/2' is not carried out here; write *, a year from 1970 to 2199, or a range such as 2026-2028.")]
    [InlineData("cron(0 2 1 1 ? 2028-2026)", "UTC", "cron(0 2 1 1 ? 2028-2026): the year '2028-2026' is not carried out here; write *, a year from 1970 to 2199, or a range such as 2026-2028.")]
    public void What_is_no_schedule_or_not_carried_out_here_is_refused_by_name(string expression, string timezone, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidScheduleException>(() => Of(expression, timezone)).Message);

    private static Schedule Of(string expression, string timezone) => new("nightly", expression, timezone, JsonElement.Parse("{}"));
}
