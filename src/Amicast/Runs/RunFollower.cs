namespace Amicast.Runs;

/// <summary>Looks at one run again and again.</summary>
public sealed class RunFollower
{
    private readonly StepFunctionsClient _stepFunctions;
    private readonly string _executionArn;
    private readonly RunViewFold _fold;
    private string? _page;

    internal RunFollower(StepFunctionsClient stepFunctions, string executionArn, string run)
    {
        (_stepFunctions, _executionArn, _fold) = (stepFunctions, executionArn, new RunViewFold(run));
    }

    /// <summary>The run as it is now.</summary>
    /// <exception cref="StepFunctionsException"><c>ExecutionDoesNotExist</c>: there is no such run.</exception>
    public async Task<RunView> LookAsync()
    {
        // Status first: if it says that the run has ended, the history read after it is whole.
        var execution = await _stepFunctions.DescribeExecutionAsync(_executionArn);
        while (true)
        {
            var page = await _stepFunctions.GetExecutionHistoryAsync(_executionArn, _page);
            foreach (var happened in page.Events)
            {
                _fold.Add(happened);
            }

            if (page.NextToken is null)
            {
                return _fold.ToView(execution);
            }

            // The last page is read again at the next look: it may have grown. Events seen already change nothing.
            _page = page.NextToken;
        }
    }
}
