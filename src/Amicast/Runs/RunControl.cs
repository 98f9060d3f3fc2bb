namespace Amicast.Runs;

/// <summary>What can be done with runs: start, look at and stop them. Everything a caller learns is folded from the execution's history.</summary>
/// <param name="stepFunctions">Where the executions are.</param>
/// <param name="stateMachineArn">The state machine that carries runs out.</param>
public sealed class RunControl(StepFunctionsClient stepFunctions, string stateMachineArn)
{
    /// <summary>Starts a run.</summary>
    /// <param name="run">Its id, which becomes the execution's name.</param>
    /// <param name="request">The request document.</param>
    /// <exception cref="StepFunctionsException"><c>ExecutionAlreadyExists</c>: there was such a run already, with another request or ended.</exception>
    public Task StartAsync(string run, string request) =>
        stepFunctions.StartExecutionAsync(new StartExecutionRequest(stateMachineArn, run, request));

    /// <summary>Follows a run: each look at it reads only what has happened since the one before.</summary>
    public RunFollower Follow(string run) => new(stepFunctions, ArnOf(run), run);

    /// <summary>Stops a run where it stands. What it made stays.</summary>
    public Task StopAsync(string run, string cause) => stepFunctions.StopExecutionAsync(ArnOf(run), "Stopped", cause);

    // arn:aws:states:{region}:{account}:stateMachine:{name} and …:execution:{name}:{execution}
    private string ArnOf(string run) => $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{run}";
}
