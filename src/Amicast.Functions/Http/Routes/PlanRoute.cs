using Amicast.Functions.Http.Refusals;
using Amicast.Plans.Previews;

namespace Amicast.Functions.Http.Routes;

/// <summary>Tells what a run would do, and everything that is wrong with its request, the account looked at. Starts and makes nothing.</summary>
internal sealed class PlanRoute(PlanPreviews plans, TimeProvider time) : Route("POST", "/distributions/plan")
{
    internal override bool TakesBody => true;

    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        var body = RequestBody.Read(request) ?? throw Refused.BodyMissing();
        var run = body.RunOr(RunOfRequest.Name(request.RequestId));
        // Nothing is tried by DryRun: this function is not the one that will act.
        var plan = await plans.MakeAsync(body.Document, run, time.GetUtcNow(), tryCalls: false, cancellation);
        return plan.Problems.Count == 0
            ? ApiResponse.Of(200, plan, AmicastJson.Default.PlanPreview) with { Run = run }
            : throw Refused.InvalidRequest(plan.Problems, plan.Warnings);
    }
}
