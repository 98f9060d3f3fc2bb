using System.Text.Json;
using Amicast.Cli.Views;
using Amicast.Reports;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>What a command that has followed a run prints at the end, and its exit code.</summary>
internal sealed class RunOutcome(Terminal terminal)
{
    private const string InvalidRequest = "InvalidRequest";
    private static readonly AmicastJson Indented = new(new JsonSerializerOptions(AmicastJson.Default.Options) { WriteIndented = true });

    /// <param name="end">How the run ended.</param>
    /// <param name="interrupted">Whether Ctrl-C stopped it.</param>
    /// <param name="asJson">Whether standard output is the report's alone.</param>
    /// <param name="request">What the request is called, for its problems.</param>
    internal int Write(RunView end, bool interrupted, bool asJson, string request)
    {
        if (asJson && end.Report is { } json)
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
            WriteInterrupted(end, report, asJson);
            return ExitCode.Interrupted;
        }

        if (report.Failure is { Error: InvalidRequest } refusal)
        {
            WriteProblems(request, refusal);
            return ExitCode.BadUsage;
        }

        if (!asJson)
        {
            ReportView.Write(terminal.Output, report);
        }

        return report.IsSuccess ? ExitCode.Succeeded : ExitCode.Failed;
    }

    private void WriteProblems(string request, ReportedFailure refusal)
    {
        var problems = refusal.Message.Split('\n');
        terminal.Error.WriteLine($"{request}: {problems.Length} {(problems.Length == 1 ? "problem" : "problems")}; nothing was made.");
        foreach (var problem in problems)
        {
            terminal.Error.WriteLine(problem);
        }
    }

    private void WriteInterrupted(RunView end, Report report, bool asJson)
    {
        terminal.Error.WriteLine($"Interrupted. Run {end.Run} was stopped; what it has made so far stays, and carries the tag amicast:run={end.Run}.");
        if (!asJson)
        {
            ReportView.Write(terminal.Output, report);
        }
    }
}
