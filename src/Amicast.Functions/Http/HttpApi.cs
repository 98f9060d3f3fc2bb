using Amicast.Functions.Http.Refusals;
using Amicast.Functions.Http.Routes;
using Amicast.Plans.Previews;
using Amicast.Runs;

namespace Amicast.Functions.Http;

/// <summary>The HTTP API: plans, starts, shows, lists, resumes, rolls back and stops runs. <c>docs/http-api.md</c> describes it, <c>docs/openapi.json</c> exactly.</summary>
/// <remarks>Every error is answered as <c>application/problem+json</c>. Who may call is API Gateway's to decide, by IAM.</remarks>
public sealed class HttpApi
{
    private readonly RouteTable _routes;

    /// <summary>The API over one account.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="time">The clock.</param>
    public HttpApi(RunControl runs, PlanPreviews plans, TimeProvider time) => _routes = new RouteTable(
    [
        new StartRoute(runs), new PlanRoute(plans, time), new ListRoute(runs), new LookRoute(runs), new ResumeRoute(runs), new RollBackRoute(runs), new StopRoute(runs),
    ]);

    /// <summary>The routes, as API Gateway names them: <c>GET /distributions/{run}</c>.</summary>
    public IReadOnlyList<string> RouteKeys => _routes.Keys;

    /// <summary>Answers a request. Whatever goes wrong is an answer.</summary>
    internal async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        var response = await TryAnswerAsync(request, cancellation);
        return request.Method == RouteTable.Head ? response with { Body = "" } : response;
    }

    private async Task<ApiResponse> TryAnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        try
        {
            return _routes.Find(request, out var allowed) is { } route
                ? await AnswerAsync(route, request, cancellation)
                : new ApiResponse(204).With("Allow", allowed);
        }
        catch (Exception error)
        {
            // The boundary: the client learns the kind of trouble, the log the whole of it.
            var refusal = Trouble.ToRefusal(error, request.Run);
            return refusal.ToResponse(request.RequestId) with { Run = request.Run, Failure = refusal.Kind.Status < 500 ? null : error };
        }
    }

    private static Task<ApiResponse> AnswerAsync(Route route, ApiRequest request, CancellationToken cancellation)
    {
        if (request.Header("accept") is { } accept && !AcceptHeader.AllowsJson(accept))
        {
            throw Refused.NotAcceptable(accept);
        }

        if (!route.TakesBody && !request.Body.IsEmpty)
        {
            throw Refused.BodyNotAllowed();
        }

        _ = QueryString.Read(request.Query, route.Parameters);
        return route.AnswerAsync(request, cancellation);
    }
}
