using Amicast.Functions.Http.Answers;
using Amicast.Functions.Http.Refusals;
using Amicast.Runs;

namespace Amicast.Functions.Http.Routes;

/// <summary>Starts a run; the same request again answers with the run's state.</summary>
/// <remarks>
/// Only the document is checked before the start, and the account by the run's own Plan, seconds later. A whole preflight here would cost each start up to 25
/// calls a Region within API Gateway's 30 seconds, would refuse what EC2 throttles, and would refuse a repeated start: by then the image's name is taken, by the run itself.
/// </remarks>
internal sealed class StartRoute(RunControl runs) : Route("POST", "/distributions")
{
    internal override bool TakesBody => true;

    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        var body = RequestBody.Read(request) ?? throw Refused.BodyMissing();
        body.Check();
        var start = await runs.StartAsync(body.RunOr(RunOfRequest.Name(request.RequestId)), body.Text);
        return start.IsNew ? StartedRun.Accepted(request, start, RunAction.Distribute) : DistributionState.Answer(request, await runs.LookAsync(start.Run));
    }
}
