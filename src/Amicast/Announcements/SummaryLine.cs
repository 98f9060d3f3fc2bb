using System.Text.Json;
using Amicast.Reports;

namespace Amicast.Announcements;

/// <summary>A report in one line: names and ids alone, so that it can stand in a mail, a message or a JSON text as it is.</summary>
internal static class SummaryLine
{
    private const int MostRegions = 10;

    internal static string Of(ExecutionArn arn, Report report)
    {
        var failures = report.Regions.Where(region => region.Failure is not null).Select(region => $"{region.Region} failed at {Told(region.Failure!)}").ToList();
        var listed = failures.Take(MostRegions).Concat(failures.Count > MostRegions ? [$"and {failures.Count - MostRegions} more Regions"] : []);
        var whole = report.Failure is { } failure ? [$"failed at {Told(failure)}"] : Array.Empty<string>();
        var why = string.Join("; ", whole.Concat(listed));
        var state = JsonSerializer.Serialize(report.State, AmicastJson.Default.RunState).Trim('"');
        return $"Run {arn.Run}: {state}{(why.Length == 0 ? "" : $" ({why})")}";
    }

    private static string Told(ReportedFailure failure) => $"{Plain(failure.Step)} with {Plain(failure.Error)}";

    // Whoever stops an execution names its error freely.
    private static string Plain(string name) => string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ' ').Take(80));
}
