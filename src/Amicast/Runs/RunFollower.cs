namespace Amicast.Runs;

/// <summary>Looks at one run again and again; each look reads only what has happened since the one before.</summary>
public sealed class RunFollower
{
    // Step Functions' most.
    private const int MostEvents = 1000;
    private readonly StepFunctionsClient _stepFunctions;
    private readonly string _executionArn;
    private readonly RunViewFold _fold;

    internal RunFollower(StepFunctionsClient stepFunctions, string executionArn, ExecutionName name)
    {
        (_stepFunctions, _executionArn, _fold) = (stepFunctions, executionArn, new RunViewFold(name));
    }

    /// <summary>The run as it is now.</summary>
    /// <exception cref="StepFunctionsException"><c>ExecutionDoesNotExist</c>: there is no such run.</exception>
    public async Task<RunView> LookAsync() => await LookAsync(await DescribeAsync());

    /// <summary>The run as it is now.</summary>
    /// <param name="execution">As it was described just before: if it says that the run has ended, the history read after it is whole.</param>
    internal async Task<RunView> LookAsync(DescribeExecutionResponse execution)
    {
        // Of two looks that are under way at once the other one may have added some of these by now.
        foreach (var happened in (await NewEventsAsync()).SkipWhile(happened => happened.Id <= _fold.Last))
        {
            _fold.Add(happened);
        }

        return _fold.ToView(execution);
    }

    /// <summary>The run after each event since the look before, so that nothing is missed between two looks; the last one is the run as it is now.</summary>
    /// <exception cref="StepFunctionsException"><c>ExecutionDoesNotExist</c>: there is no such run.</exception>
    public async Task<IReadOnlyList<RunView>> LookThroughAsync()
    {
        var execution = await DescribeAsync();
        var views = new List<RunView>();
        foreach (var happened in await NewEventsAsync())
        {
            _fold.Add(happened);
            views.Add(_fold.ToView(execution with { Status = RunView.Running, Output = null, Cause = null, StopDate = null }));
        }

        views.Add(_fold.ToView(execution));
        return views;
    }

    // Always before the history: if it says that the run has ended, the history read after it is whole.
    private Task<DescribeExecutionResponse> DescribeAsync() => _stepFunctions.DescribeExecutionAsync(_executionArn);

    /// <summary>The events after the last one known, oldest first.</summary>
    private async Task<IEnumerable<HistoryEvent>> NewEventsAsync()
    {
        var most = _fold.Last == 0 ? MostEvents : await CountNewAsync();
        var events = new List<HistoryEvent>();
        string? token = null;
        while (most > 0)
        {
            var page = await ReadBackAsync(Math.Min(most, MostEvents), token, withData: true);
            events.AddRange(page.Events.TakeWhile(happened => happened.Id > _fold.Last));
            token = page.Events is [.., { } oldest] && oldest.Id > _fold.Last + 1 ? page.NextToken : null;
            if (token is null)
            {
                break;
            }
        }

        return Enumerable.Reverse(events);
    }

    // Events carry their states' data: of a later look it is asked first, without data, whether there are new ones, and how many.
    private async Task<int> CountNewAsync() =>
        (await ReadBackAsync(1, token: null, withData: false)).Events is [{ } latest] ? (int)Math.Max(0, latest.Id - _fold.Last) : 0;

    private Task<GetExecutionHistoryResponse> ReadBackAsync(int most, string? token, bool withData) =>
        _stepFunctions.GetExecutionHistoryAsync(new GetExecutionHistoryRequest(_executionArn, most, ReverseOrder: true, token, withData ? null : false));
}
