using System.Text.Json.Nodes;
using Amicast.Local;
using Amicast.Simulator.Iam;
using Amicast.Simulator.Iam.Policies;

namespace Amicast.Deployed;

/// <summary>The roles of a deployment's functions and state machine, each by an access key of its own.</summary>
internal sealed class DeployedRoles
{
    private readonly IReadOnlyDictionary<string, string> _functionsByHandler;
    private readonly Role _stateMachine;

    internal DeployedRoles(RenderedPolicies rendered, IReadOnlyDictionary<string, JsonObject> policies)
    {
        _functionsByHandler = rendered.FunctionsByHandler;
        Roles = policies.ToDictionary(policy => policy.Key, policy => new Role(policy.Key, [Policy.Parse(policy.Key, policy.Value.ToJsonString())]));
        _stateMachine = Roles[rendered.StateMachine];
        TaskArns = rendered.TaskArns;
    }

    /// <summary>By the logical id of the function or state machine.</summary>
    internal IReadOnlyDictionary<string, Role> Roles { get; }

    /// <summary>What the definition names a function by, by the function's handler.</summary>
    internal IReadOnlyDictionary<string, string> TaskArns { get; }

    /// <summary>Whether the state machine may invoke a handler's function.</summary>
    internal AuthorizationDecision Invoke(string handler) => _stateMachine.Decide(
        new Caller(TemplateValues.AccountId, AccessKeyOf(_stateMachine.Name)),
        new AuthorizationRequest("lambda:InvokeFunction", TaskArns[handler], new Dictionary<string, IReadOnlyList<string>>()));

    /// <summary>For a rehearsal.</summary>
    /// <param name="watch">Stands around the authorizer.</param>
    internal FunctionRoles ForFunctions(Func<IAuthorizer, IAuthorizer>? watch = null)
    {
        IAuthorizer authorizer = new RoleAuthorizer(Roles.ToDictionary(role => AccessKeyOf(role.Key), role => role.Value));
        return new FunctionRoles(watch?.Invoke(authorizer) ?? authorizer, handler => AccessKeyOf(_functionsByHandler[handler]));
    }

    internal static string AccessKeyOf(string role) => $"ASIA{role}";
}
