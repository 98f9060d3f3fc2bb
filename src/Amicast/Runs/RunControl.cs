using Amicast.Requests;

namespace Amicast.Runs;

/// <summary>What can be done with runs: start, look at, stop, resume and roll them back. Everything a caller learns is folded from the executions' histories.</summary>
/// <param name="stepFunctions">Where the executions are.</param>
/// <param name="stateMachineArn">The state machine that carries runs out.</param>
public sealed class RunControl(StepFunctionsClient stepFunctions, string stateMachineArn)
{
    private const string AlreadyThere = "ExecutionAlreadyExists";
    private readonly RunExecutions _executions = new(stepFunctions, stateMachineArn);
    private readonly RunLooks _looks = new(stepFunctions);
    private readonly RunList _list = new(stepFunctions, stateMachineArn);

    /// <summary>
    /// Starts a run. Asking again with the same request, compared as a JSON value, starts nothing, also when the run has ended: the answer is its latest
    /// execution. The request that a run was resumed with last is its request too.
    /// </summary>
    /// <param name="run">Its id, which becomes the execution's name.</param>
    /// <param name="request">The request document.</param>
    /// <exception cref="InvalidRunIdException">It cannot be a run's id.</exception>
    /// <exception cref="RunConflictException">There is such a run with another request.</exception>
    /// <exception cref="StepFunctionsException">Step Functions refused.</exception>
    public async Task<RunStart> StartAsync(string run, string request)
    {
        if (!RunId.IsValid(run))
        {
            throw new InvalidRunIdException(run);
        }

        var first = new ExecutionName(run, 1);
        if (await _executions.FindAsync(first) is { } there)
        {
            return await AlreadyStartedAsync(there, request);
        }

        try
        {
            await StartExecutionAsync(first, request);
            return new RunStart(run, 1, IsNew: true);
        }
        catch (StepFunctionsException taken) when (taken.Code == AlreadyThere)
        {
            // Somebody else was faster.
            return await AlreadyStartedAsync((await _executions.FindAsync(first))!, request);
        }
    }

    /// <summary>Goes on with a run that has ended: what failed is tried again, and Regions that the request has now and had not are done.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="request">The request as it is now; null: as it was.</param>
    /// <exception cref="UnknownRunException">There is no such run.</exception>
    /// <exception cref="RunIsRunningException">Its latest execution has not ended, or somebody else started the next one just now.</exception>
    /// <exception cref="RunWasRolledBackException">There is nothing to go on from.</exception>
    public async Task<RunStart> ResumeAsync(string run, string? request = null)
    {
        var latest = await EndedAsync(run);
        var name = ExecutionName.Parse(latest.Name);
        return RunAction.Of(name, latest.Input) == RunAction.Rollback
            ? throw new RunWasRolledBackException(run)
            : await StartNextAsync(name, request ?? latest.Input!);
    }

    /// <summary>Removes everything that a run made. Asked again after a rollback has ended, it removes what was left.</summary>
    /// <param name="run">The run's id.</param>
    /// <exception cref="UnknownRunException">There is no such run.</exception>
    /// <exception cref="RunIsRunningException">Its latest execution has not ended, or somebody else started the next one just now.</exception>
    public async Task<RunStart> RollBackAsync(string run) => await StartNextAsync(ExecutionName.Parse((await EndedAsync(run)).Name), RunAction.RollbackInput);

    /// <summary>Stops a run where it stands. What it made stays.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="cause">Why, for a person.</param>
    /// <exception cref="UnknownRunException">There is no such run.</exception>
    /// <exception cref="RunHasEndedException">There is nothing to stop.</exception>
    public async Task StopAsync(string run, string cause)
    {
        var latest = await _executions.LatestAsync(run);
        if (latest.Status != RunView.Running)
        {
            throw new RunHasEndedException(run, latest.Status);
        }

        await stepFunctions.StopExecutionAsync(latest.ExecutionArn, "Stopped", cause);
    }

    /// <summary>A run's latest execution as it is now. A later look reads only what has happened since.</summary>
    /// <exception cref="UnknownRunException">There is no such run.</exception>
    public async Task<RunView> LookAsync(string run)
    {
        var latest = await _executions.FindLatestAsync(run, _looks.LatestOf(run)) ?? throw new UnknownRunException(run);
        return await _looks.LookAsync(run, latest);
    }

    /// <summary>Runs, the one whose latest execution started last first.</summary>
    /// <param name="status">Only runs with an execution in this status, in Step Functions' word; null: all.</param>
    /// <param name="maxResults">The most entries of a page, 1 to 1000.</param>
    /// <param name="nextToken">Where the page begins, from the page before.</param>
    public Task<RunPage> ListAsync(string? status, int maxResults, string? nextToken) => _list.ReadAsync(status, maxResults, nextToken);

    /// <summary>Follows a run's execution: each look at it reads only what has happened since the one before.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="execution">Which of its executions: 1 is the first.</param>
    public RunFollower Follow(string run, int execution = 1)
    {
        var name = new ExecutionName(run, execution);
        return new RunFollower(stepFunctions, _executions.ArnOf(name), name);
    }

    private async Task<RunStart> AlreadyStartedAsync(DescribeExecutionResponse first, string request)
    {
        var latest = await _executions.FindLatestAsync(first);
        var name = ExecutionName.Parse(latest.Name);
        var difference = RequestDifference.Find(first.Input!, request);
        if (difference is not null && RunAction.Of(name, latest.Input) == RunAction.Resume)
        {
            difference = RequestDifference.Find(latest.Input!, request);
        }

        return difference is { } path ? throw new RunConflictException(name.Run, path) : new RunStart(name.Run, name.Number, IsNew: false);
    }

    private async Task<DescribeExecutionResponse> EndedAsync(string run)
    {
        var latest = await _executions.LatestAsync(run);
        return latest.Status == RunView.Running ? throw new RunIsRunningException(run) : latest;
    }

    private async Task<RunStart> StartNextAsync(ExecutionName latest, string input)
    {
        var next = latest.Next();
        try
        {
            await StartExecutionAsync(next, input);
            return new RunStart(next.Run, next.Number, IsNew: true);
        }
        catch (StepFunctionsException taken) when (taken.Code == AlreadyThere)
        {
            throw new RunIsRunningException(next.Run);
        }
    }

    private Task StartExecutionAsync(ExecutionName name, string input) =>
        stepFunctions.StartExecutionAsync(new StartExecutionRequest(stateMachineArn, name.ToString(), input));
}
