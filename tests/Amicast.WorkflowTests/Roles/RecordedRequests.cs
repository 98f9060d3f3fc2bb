using Amicast.Deployed;
using Amicast.Simulator.Iam;

namespace Amicast.WorkflowTests.Roles;

/// <summary>What was asked of the roles during a run, each once.</summary>
internal sealed class RecordedRequests
{
    private readonly Dictionary<string, RecordedRequest> _all = [];

    internal IEnumerable<RecordedRequest> All => _all.Values;

    internal IAuthorizer Around(IAuthorizer inner) => new Recorder(inner, this);

    private void Note(RecordedRequest request) => _all.TryAdd(
        $"{request.Role} {request.Request.Action} {request.Request.Resource} {string.Join(' ', request.Request.Context.Select(key => $"{key.Key}={string.Join(',', key.Value)}"))}", request);

    private sealed class Recorder(IAuthorizer inner, RecordedRequests into) : IAuthorizer
    {
        public string ArnOf(Caller caller) => inner.ArnOf(caller);

        public AuthorizationDecision Decide(Caller caller, AuthorizationRequest request)
        {
            var decision = inner.Decide(caller, request);
            if (caller.AccessKeyId.StartsWith("ASIA", StringComparison.Ordinal))
            {
                into.Note(new(DeployedRoles.RoleOf(caller.AccessKeyId), caller, request, decision.IsAllowed));
            }

            return decision;
        }
    }
}

/// <summary>A question to a role, and its answer.</summary>
internal sealed record RecordedRequest(string Role, Caller Caller, AuthorizationRequest Request, bool IsAllowed);
