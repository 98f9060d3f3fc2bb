using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>Where a run stands now, or its report.</summary>
internal static class StatusView
{
    internal static void Write(IAnsiConsole console, RunView run, string arguments = "")
    {
        var execution = run.Execution > 1 ? $", execution {run.Execution}: {run.Action}" : "";
        console.WriteLine($"Run {run.Run} ({run.Status}{execution}), started {RunListView.Moment(run.StartedAt)}");
        if (run.Report is { } report)
        {
            ReportView.Write(console, report);
            return;
        }

        console.Write(ProgressTable.Draw(run));
        if (run.Error is { } error)
        {
            console.WriteLine($"It ended without a report: {error}");
            console.WriteLine($"What it made carries the tag amicast:run={run.Run}. 'amicast resume {run.Run}{arguments}' goes on with it, 'amicast rollback {run.Run}{arguments}' removes it.");
        }
    }
}
