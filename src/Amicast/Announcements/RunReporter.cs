using Amicast.Reports;
using Amicast.Runs;
using Amicast.Steps;

namespace Amicast.Announcements;

/// <summary>Makes the report of an execution that has ended: the one that it ended with, or, where it ended without, one from its history and the run's tags.</summary>
/// <param name="stepFunctions">Where the execution is.</param>
/// <param name="summarize">Holds what the history tells against what is there.</param>
public sealed class RunReporter(StepFunctionsClient stepFunctions, SummarizeStep summarize)
{
    private const int EventsAtATime = 1000;

    /// <summary>The report of an execution that has ended.</summary>
    /// <exception cref="StepFunctionsException"><c>ExecutionDoesNotExist</c>: there is no such execution.</exception>
    public async Task<Report> ReportAsync(string executionArn, CancellationToken cancellation) => (await ReadAsync(executionArn, cancellation)).Report;

    internal async Task<EndedExecution> ReadAsync(string executionArn, CancellationToken cancellation)
    {
        var execution = await stepFunctions.DescribeExecutionAsync(executionArn);
        var fold = await FoldAsync(executionArn);
        // The flow ends by itself in one of these two ways, and only then is what Summarize made the last word.
        var own = execution is { Status: "SUCCEEDED" } or { Status: "FAILED", Error: "RunFailed" } ? fold.Summary : null;
        return new EndedExecution(execution, own ?? await SummarizeAsync(execution, fold, cancellation), fold.Figures);
    }

    private Task<Report> SummarizeAsync(DescribeExecutionResponse execution, ExecutionFold fold, CancellationToken cancellation) =>
        summarize.ExecuteAsync(new SummarizeInput(fold.ToRecord(execution), new Steps.ExecutionContext(execution.Name, execution.StartDate)), cancellation);

    private async Task<ExecutionFold> FoldAsync(string executionArn)
    {
        var fold = new ExecutionFold();
        string? token = null;
        do
        {
            var page = await stepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest(executionArn, EventsAtATime, ReverseOrder: false, token));
            foreach (var happened in page.Events)
            {
                fold.Add(happened);
            }

            token = page.NextToken;
        }
        while (token is not null);

        return fold;
    }
}

/// <summary>An execution that has ended, with its report and figures.</summary>
internal sealed record EndedExecution(DescribeExecutionResponse Execution, Report Report, RunFigures Figures);
