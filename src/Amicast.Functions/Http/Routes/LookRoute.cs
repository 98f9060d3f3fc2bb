using Amicast.Functions.Http.Answers;
using Amicast.Runs;

namespace Amicast.Functions.Http.Routes;

/// <summary>Tells where a run stands.</summary>
internal sealed class LookRoute(RunControl runs) : Route("GET", "/distributions/{run}")
{
    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation) =>
        DistributionState.Answer(request, await runs.LookAsync(RunOfPath.Read(request)));
}
