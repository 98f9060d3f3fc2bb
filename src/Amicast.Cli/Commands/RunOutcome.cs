using System.Text.Json;
using Amicast.Cli.Views;
using Amicast.Reports;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast run</c> prints at the end, and its exit code.</summary>
internal sealed class RunOutcome(Terminal terminal)
{
    private const string InvalidRequest = "InvalidRequest";
    private static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    internal int Write(RunView end, bool interrupted, RunOptions options)
    {
        if (options.Json && end.Report is { } json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(json, Indented.Report));
        }

        if (end.Report is not { } report)
        {
            terminal.Error.WriteLine($"Run {end.Run} ended as {end.Status} without a report: {end.Error}");
            return ExitCode.Failed;
        }

        if (interrupted && end.Status == "ABORTED")
        {
            WriteInterrupted(end, report, options);
            return ExitCode.Interrupted;
        }

        if (report.Failure is { Error: InvalidRequest } refusal)
        {
            WriteProblems(options, refusal);
            return ExitCode.BadUsage;
        }

        if (!options.Json)
        {
            ReportView.Write(terminal.Output, report);
        }

        return report.IsSuccess ? ExitCode.Succeeded : ExitCode.Failed;
    }

    private void WriteProblems(RunOptions options, ReportedFailure refusal)
    {
        var problems = refusal.Message.Split('\n');
        terminal.Error.WriteLine($"{options.Request.Name}: {problems.Length} {(problems.Length == 1 ? "problem" : "problems")}; nothing was made.");
        foreach (var problem in problems)
        {
            terminal.Error.WriteLine(problem);
        }
    }

    private void WriteInterrupted(RunView end, Report report, RunOptions options)
    {
        terminal.Error.WriteLine($"Interrupted. Run {end.Run} was stopped; what it has made so far stays, and carries the tag amicast:run={end.Run}.");
        if (!options.Json)
        {
            ReportView.Write(terminal.Output, report);
        }
    }
}
