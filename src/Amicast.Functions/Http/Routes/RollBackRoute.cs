using Amicast.Functions.Http.Answers;
using Amicast.Runs;

namespace Amicast.Functions.Http.Routes;

/// <summary>Removes everything that a run made.</summary>
internal sealed class RollBackRoute(RunControl runs) : Route("POST", "/distributions/{run}/rollback")
{
    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation) =>
        StartedRun.Accepted(request, await runs.RollBackAsync(RunOfPath.Read(request)), RunAction.Rollback);
}
