using System.Text.Json;
using Amicast.Announcements;
using Amicast.Reports;

namespace Amicast.Metrics;

/// <summary>The metrics of an execution that has ended.</summary>
/// <remarks>
/// <c>Runs</c>, <c>Duration</c>, <c>Regions</c>, <c>RegionsFailed</c>, <c>Retries</c>, <c>Transitions</c>, <c>Invocations</c> and <c>ImageLooks</c> by state machine, and by state machine and
/// state; <c>Failures</c> by state machine, and by state machine and error. Whoever stops an execution names its error freely, so that name is no dimension.
/// </remarks>
internal static class RunMetrics
{
    private const string StateMachine = "StateMachine";
    private static readonly string[] ByStateMachine = [StateMachine];

    internal static IEnumerable<MetricDocument> Of(EndedExecution ended, RunEnded detail)
    {
        var arn = ExecutionArn.Read(detail.ExecutionArn);
        yield return OfRun(ended, detail, arn);
        foreach (var error in Errors(ended.Report, detail).GroupBy(name => name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return new MetricDocument(
                detail.EndedAt,
                [new(StateMachine, arn.StateMachine), new("Error", error.Key)],
                [ByStateMachine, [StateMachine, "Error"]],
                [Metric.Count("Failures", error.Count())],
                Properties(detail, arn));
        }
    }

    private static MetricDocument OfRun(EndedExecution ended, RunEnded detail, ExecutionArn arn)
    {
        var figures = ended.Figures;
        Metric[] metrics =
        [
            Metric.Count("Runs", 1),
            new("Duration", "Seconds", [(detail.EndedAt - detail.StartedAt).TotalSeconds]),
            Metric.Count("Regions", ended.Report.Regions.Count),
            Metric.Count("RegionsFailed", ended.Report.Regions.Count(region => !region.Succeeded)),
            Metric.Count("Retries", figures.Retries),
            Metric.Count("Transitions", figures.Transitions),
            Metric.Count("Invocations", figures.Invocations),
            .. figures.ImageLooks.Count == 0 ? Array.Empty<Metric>() : [Metric.Count("ImageLooks", [.. figures.ImageLooks])],
        ];
        return new MetricDocument(
            detail.EndedAt,
            [new(StateMachine, arn.StateMachine), new("State", NameOf(detail.State))],
            [ByStateMachine, [StateMachine, "State"]],
            metrics,
            Properties(detail, arn));
    }

    private static KeyValuePair<string, string>[] Properties(RunEnded detail, ExecutionArn arn) =>
        [new("run", detail.Run), new("execution", arn.Name), new("status", detail.Status)];

    private static IEnumerable<string> Errors(Report report, RunEnded detail)
    {
        var ownEnd = report.Failure is null ? null : detail.Status == "ABORTED" ? "Aborted" : report.Failure.Error;
        return report.Regions.Select(region => region.Failure?.Error).Prepend(ownEnd).OfType<string>();
    }

    private static string NameOf(RunState state) => JsonSerializer.Serialize(state, AmicastJson.Default.RunState).Trim('"');
}
