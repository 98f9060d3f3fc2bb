using System.Text;
using Amicast.Announcements;
using Amicast.Reports;
using Amicast.Runs;

namespace Amicast.Tests.Announcements;

public sealed class RunEndedEventsTests
{
    private const string Arn = "arn:aws-us-gov:states:us-gov-west-1:123456789012:execution:amicast:web--3";
    private static readonly DateTimeOffset At = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_event_of_a_later_execution_names_its_run_and_its_number_and_its_page_in_the_partitions_console()
    {
        var ended = RunEndedEvents.Of(Ended([]));

        Assert.Equal(("web", 3, "web--3/20261122T030000.000Z"), (ended.Run, ended.Execution, ended.Id));
        Assert.Equal($"https://us-gov-west-1.console.amazonaws-us-gov.com/states/home?region=us-gov-west-1#/v2/executions/details/{Arn}", ended.Links.Execution);
        Assert.Equal("amicast rollback web", ended.Next!.RollBack);
    }

    [Fact]
    public void Of_a_report_that_is_too_large_the_Regions_are_left_out_and_the_event_says_so()
    {
        var ended = RunEndedEvents.Of(Ended([.. Enumerable.Range(0, 30).Select(number => Failed($"eu-central-{number}", 12_000))]));

        Assert.Equal(["report.regions"], ended.Cut);
        Assert.Empty(ended.Report!.Regions);
        Assert.EndsWith("eu-central-9 failed at CopyImage with RejectedByAws; and 20 more Regions)", ended.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_too_large_by_itself_is_left_out_and_the_event_fits()
    {
        var ended = RunEndedEvents.Of(Ended([], new string('x', 300_000)));

        Assert.Equal((null, "report"), (ended.Report, Assert.Single(ended.Cut!)));
        Assert.InRange(Encoding.UTF8.GetByteCount(RunEndedEvents.ToEntry(ended).Detail), 1, RunEndedEvents.MostDetailBytes);
    }

    [Fact]
    public void The_summary_has_no_text_of_anybodys()
    {
        var ended = RunEndedEvents.Of(Ended([], "why", error: "\"quoted\"\n{code}"));

        Assert.Equal("Run web: FAILED (failed at Plan with quotedcode)", ended.Summary);
    }

    private static RegionReport Failed(string region, int words) =>
        new(region, Succeeded: false, null, null, null, [], [], new ReportedFailure("CopyImage", "RejectedByAws", new string('x', words)), null);

    private static EndedExecution Ended(IReadOnlyList<RegionReport> regions, string message = "", string error = "Stopped") => new(
        new DescribeExecutionResponse(Arn, "web--3", "ABORTED", At, At.AddHours(1), null, null, error, message),
        new Report(1, "web", RunState.Failed, At, At.AddHours(1), null, null, null, regions, regions.Count > 0 ? null : new ReportedFailure("Plan", error, message)),
        new RunFigures(1, 1, 0, []));
}
