namespace Amicast.Functions.Http.Answers;

/// <summary>An execution of a run that was accepted.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Execution">Which of the run's executions it is: 1, 2, …</param>
/// <param name="Action"><c>distribute</c>, <c>resume</c> or <c>rollback</c>.</param>
/// <param name="Links">What can be done with it.</param>
internal sealed record StartedRun(string Run, int Execution, string Action, RunLinks Links)
{
    /// <summary>202, with the place where its state is to be looked at.</summary>
    internal static ApiResponse Accepted(ApiRequest request, Runs.RunStart start, string action)
    {
        var document = new StartedRun(start.Run, start.Execution, action, RunLinks.OfRunning(request.Root, start.Run));
        return ApiResponse.Of(202, document, HttpDocuments.Json.StartedRun).With("Location", RunLinks.PathOf(request.Root, start.Run)) with { Run = start.Run };
    }
}
