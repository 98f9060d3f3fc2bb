using Amicast.Functions.Http.Answers;
using Amicast.Runs;

namespace Amicast.Functions.Http.Routes;

/// <summary>Goes on with a run that has ended: what failed is tried again, and what the body adds is done.</summary>
internal sealed class ResumeRoute(RunControl runs) : Route("POST", "/distributions/{run}/resume")
{
    internal override bool TakesBody => true;

    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        var run = RunOfPath.Read(request);
        var body = RequestBody.Read(request);
        body?.Check(run);
        return StartedRun.Accepted(request, await runs.ResumeAsync(run, body?.Text), RunAction.Resume);
    }
}
