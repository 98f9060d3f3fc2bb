using Amicast.Requests;

namespace Amicast.Runs;

/// <summary>Something was asked of a run that cannot be done; nothing was changed.</summary>
/// <param name="run">The run's id.</param>
/// <param name="message">What is wrong and what to do, for a person.</param>
public abstract class RunRefusedException(string run, string message) : Exception(message)
{
    /// <summary>The run's id.</summary>
    public string Run { get; } = run;
}

/// <summary>There is no such run, or Step Functions has forgotten it (90 days after its end).</summary>
public sealed class UnknownRunException(string run)
    : RunRefusedException(run, $"There is no run '{run}', or it ended more than 90 days ago. List the runs to find its id.");

/// <summary>The id is not one that a run can have: nothing was started.</summary>
public sealed class InvalidRunIdException(string run)
    : RunRefusedException(run, $"'{run}' is not a run id: {RunId.Remedy}.");

/// <summary>There is such a run, with another request.</summary>
/// <param name="run">The run's id.</param>
/// <param name="path">Where the two requests differ first, as a JSON path.</param>
public sealed class RunConflictException(string run, string path)
    : RunRefusedException(run, $"There is a run '{run}' already, with another request: they differ at {path}. Give this request an id of its own, or resume the run with it.")
{
    /// <summary>Where the two requests differ first, as a JSON path.</summary>
    public string Path { get; } = path;
}

/// <summary>The run's latest execution has not ended.</summary>
public sealed class RunIsRunningException(string run)
    : RunRefusedException(run, $"Run '{run}' is running. Wait until it has ended, or stop it.");

/// <summary>The run's latest execution has ended.</summary>
/// <param name="run">The run's id.</param>
/// <param name="status">How it ended, in Step Functions' word.</param>
public sealed class RunHasEndedException(string run, string status)
    : RunRefusedException(run, $"Run '{run}' has ended as {status}: there is nothing to stop.");

/// <summary>The run was rolled back, so there is nothing to go on from.</summary>
public sealed class RunWasRolledBackException(string run)
    : RunRefusedException(run, $"Run '{run}' was rolled back: there is nothing to resume. Start a new run, with an id of its own.");
