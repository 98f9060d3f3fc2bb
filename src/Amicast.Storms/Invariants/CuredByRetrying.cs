using Amicast.Reports;
using Amicast.Storms.Courses;

namespace Amicast.Storms.Invariants;

/// <summary>(j) An execution that met only what retrying cures, and that nobody stopped, succeeds.</summary>
internal static class CuredByRetrying
{
    internal static IEnumerable<string> Check(Tale tale)
    {
        if (!tale.Scene.IsCurable || tale.Executions[0].Report?.Failure is { Error: "InvalidRequest" })
        {
            return [];
        }

        return tale.Executions.Where(one => one is { Act.Stop: null, MetOutage: false } && !IsHopeless(tale, one) && one.Report?.IsSuccess != true)
            .Select(one => $"{one.Name} ended {one.Status} {one.Error} {Failures(one.Report)}");
    }

    // A source that was terminated cannot be brought back. A Region more may ask for what the first request did not decide, and a request that was drawn may be none: then no execution came further.
    private static bool IsHopeless(Tale tale, EndedExecution execution) =>
        (execution.Report?.Failure is { Error: "SourceTerminated" } && tale.Wish.Afterwards == "terminate")
        || (IsRefused(execution) && (tale.Executions.Any(one => one.Act.Kind == ActKind.ResumeWithMore) || tale.Executions.All(one => one.Report is null || IsRefused(one))));

    private static bool IsRefused(EndedExecution execution) => execution.Report?.Failure is { Step: "Plan", Error: "InvalidRequest" };

    private static string Failures(Report? report) => report is null ? "without a report" : string.Join(
        "; ", report.Regions.Where(region => region.Failure is not null).Select(region => $"{region.Region} {region.Failure}").Prepend($"{report.State} {report.Failure}")
            .Concat(report.Rollback?.Regions.SelectMany(region => region.Left).Select(left => $"{left.Resource}: {left.Why}") ?? []));
}
