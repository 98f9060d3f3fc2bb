namespace Amicast.Runs;

/// <summary>Lists runs by listing executions, of which a run may have several.</summary>
/// <remarks>
/// Step Functions lists executions by when they started, the latest first, so the first one seen of a run is its latest that fits the filter. A run's
/// earlier executions are left out; where the page does not tell, Step Functions is asked whether there is a next one. With a filter, a run is listed by its
/// latest execution if that fits, and not by an earlier one that does.
/// </remarks>
internal sealed class RunList(StepFunctionsClient stepFunctions, string stateMachineArn)
{
    private readonly RunExecutions _executions = new(stepFunctions, stateMachineArn);

    internal async Task<RunPage> ReadAsync(string? status, int maxResults, string? nextToken)
    {
        var page = await stepFunctions.ListExecutionsAsync(new ListExecutionsRequest(stateMachineArn, status, maxResults, nextToken));
        // With a filter the later execution may be one that does not fit it, and on a later page it may have stood on one before.
        var isWhole = status is null && nextToken is null;
        var runs = new List<RunSummary>();
        var seen = new HashSet<string>();
        foreach (var execution in page.Executions)
        {
            var name = ExecutionName.Parse(execution.Name);
            if (seen.Add(name.Run) && (isWhole || await _executions.FindAsync(name.Next()) is null))
            {
                runs.Add(new RunSummary(name.Run, name.Number, execution.Status, execution.StartDate, execution.StopDate));
            }
        }

        return new RunPage(runs, page.NextToken);
    }
}
