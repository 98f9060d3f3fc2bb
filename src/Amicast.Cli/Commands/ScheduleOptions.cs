using System.CommandLine;

namespace Amicast.Cli.Commands;

/// <summary>The options of a command that keeps a schedule.</summary>
internal sealed class ScheduleOptions
{
    private readonly Option<string?> _schedule = new("--schedule") { Description = "Start a run whenever this is due on the account's clock: cron(0 2 * * ? *), rate(12 hours) or at(2026-12-01T02:00:00).", HelpName = "EXPRESSION" };
    private readonly Option<string> _timezone = new("--schedule-timezone") { Description = "The time zone of the schedule.", HelpName = "ZONE", DefaultValueFactory = _ => "UTC" };
    private readonly Option<FileInfo?> _request = new("--scheduled-request") { Description = "The request document that is carried out on the schedule.", HelpName = "REQUEST" };

    internal void AddTo(Command command)
    {
        command.Add(_schedule);
        command.Add(_timezone);
        command.Add(_request);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(_schedule) is null != parsed.GetResult(_request) is null)
            {
                parsed.AddError("--schedule and --scheduled-request go together: say when, and what is carried out then.");
            }
            else if (parsed.GetResult(_schedule) is null && parsed.GetResult(_timezone) is { Implicit: false })
            {
                parsed.AddError("--schedule-timezone: there is no --schedule that is in it.");
            }
        });
    }

    internal ScheduleChoice? Read(ParseResult parsed) => parsed.GetValue(_schedule) is { } expression
        ? new(expression, parsed.GetRequiredValue(_timezone), parsed.GetRequiredValue(_request)!)
        : null;
}
