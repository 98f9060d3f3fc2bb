using Amicast.Cli.Commands;
using Amicast.Local.Scheduling;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>What <c>amicast serve</c> says of a schedule's deliveries.</summary>
internal sealed class ScheduleView(Terminal terminal)
{
    internal void Write(ScheduledStart start)
    {
        if (start.Error is not null)
        {
            terminal.Error.WriteLine($"Schedule: no run was started: {start.Error}");
        }
        else
        {
            terminal.Output.WriteLine(start.IsDuplicate ? $"Schedule: run {start.Run} was started before; nothing was done." : $"Schedule: run {start.Run} was started.");
        }
    }

    internal static string When(ScheduleChoice choice, DateTimeOffset? first) =>
        $"{choice.Expression} in {choice.Timezone}, {(first is { } time ? $"due first at {time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "never due")}";
}
