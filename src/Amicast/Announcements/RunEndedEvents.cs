using System.Globalization;
using System.Text;
using System.Text.Json;
using Amicast.Reports;

namespace Amicast.Announcements;

/// <summary>Makes the completion event of an execution that has ended, no larger than EventBridge takes.</summary>
internal static class RunEndedEvents
{
    // An entry may have 256 KiB, source, detail-type, time and resources among them ("Calculating PutEvents event entry size").
    internal const int MostDetailBytes = 256 * 1024 - 1024;

    internal static PutEventsEntry ToEntry(RunEnded ended) => new(
        RunEnded.Source,
        RunEnded.DetailType,
        JsonSerializer.Serialize(ended, AmicastJson.Default.RunEnded),
        [ended.ExecutionArn],
        ended.EndedAt);

    internal static RunEnded Of(EndedExecution ended)
    {
        var (execution, report) = (ended.Execution, ended.Report);
        var arn = ExecutionArn.Read(execution.ExecutionArn);
        var endedAt = execution.StopDate ?? report.EndedAt;
        return Fitting(new RunEnded(
            RunEnded.CurrentSchema,
            $"{arn.Name}/{endedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture)}",
            arn.Run,
            arn.Number,
            execution.ExecutionArn,
            execution.Status,
            report.State,
            execution.StartDate,
            endedAt,
            SummaryLine.Of(arn, report),
            report,
            Cut: null,
            new RunLinks(LinkTo(arn, execution.ExecutionArn)),
            report.State is RunState.Succeeded or RunState.RolledBack ? null : Commands(arn)));
    }

    /// <summary>Leaves out first what can be read again elsewhere at length: the Regions, then the whole report.</summary>
    private static RunEnded Fitting(RunEnded whole)
    {
        RunEnded[] smaller = [whole, whole with { Report = whole.Report! with { Regions = [] }, Cut = ["report.regions"] }, whole with { Report = null, Cut = ["report"] }];
        return smaller.First(one => one.Report is null || Size(one) <= MostDetailBytes);
    }

    private static int Size(RunEnded ended) => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(ended, AmicastJson.Default.RunEnded));

    private static NextCommands Commands(ExecutionArn arn) => new(
        $"aws ec2 describe-images --owners self --filters Name=tag:amicast:run,Values={arn.Run} --region REGION",
        $"amicast resume {arn.Run}",
        $"amicast rollback {arn.Run}");

    private static string LinkTo(ExecutionArn arn, string executionArn)
    {
        var console = arn.Partition switch
        {
            "aws-cn" => "console.amazonaws.cn",
            "aws-us-gov" => "console.amazonaws-us-gov.com",
            _ => "console.aws.amazon.com",
        };
        return $"https://{arn.Region}.{console}/states/home?region={arn.Region}#/v2/executions/details/{executionArn}";
    }
}
