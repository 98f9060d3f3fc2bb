using Amicast.Functions.Http.Answers;
using Amicast.Runs;

namespace Amicast.Functions.Http.Routes;

/// <summary>Stops a run where it stands. What it made stays.</summary>
internal sealed class StopRoute(RunControl runs) : Route("DELETE", "/distributions/{run}")
{
    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        var run = RunOfPath.Read(request);
        await runs.StopAsync(run, $"Stopped through the HTTP API, request {request.RequestId}.");
        return DistributionState.Answer(request, await runs.LookAsync(run));
    }
}
