using System.Text.Json.Nodes;
using Amicast.Simulator.Iam;
using Amicast.Simulator.Iam.Policies;

namespace Amicast.Deployed;

/// <summary>The roles of a deployment's functions and state machine, each by an access key of its own.</summary>
internal sealed class DeployedRoles
{
    private const string Prefix = "ASIA";
    private readonly IReadOnlyDictionary<string, string> _functionsByHandler;
    private readonly string _stateMachine;

    internal DeployedRoles(RenderedPolicies rendered, IReadOnlyDictionary<string, JsonObject> policies)
    {
        _functionsByHandler = rendered.FunctionsByHandler;
        Roles = policies.ToDictionary(policy => policy.Key, policy => RoleOf(policy.Key, policy.Value));
        _stateMachine = rendered.StateMachine;
        TaskArns = rendered.TaskArns;
    }

    /// <summary>By the logical id of the function or state machine.</summary>
    internal IReadOnlyDictionary<string, Role> Roles { get; }

    /// <summary>What the definition names a function by, by the function's handler.</summary>
    internal IReadOnlyDictionary<string, string> TaskArns { get; }

    /// <summary>Decides by the roles, each by its access key.</summary>
    internal IAuthorizer Authorizer => new RoleAuthorizer(Roles.ToDictionary(role => AccessKeyOf(role.Key), role => role.Value));

    /// <summary>The access key of a handler's function.</summary>
    internal string AccessKeyOfHandler(string handler) => AccessKeyOf(_functionsByHandler[handler]);

    /// <summary>Asks whether the state machine may invoke a handler's function.</summary>
    internal AuthorizationDecision Invoke(IAuthorizer authorizer, string handler) => authorizer.Decide(
        new Caller(TemplateValues.AccountId, AccessKeyOf(_stateMachine)),
        new AuthorizationRequest("lambda:InvokeFunction", TaskArns[handler], new Dictionary<string, IReadOnlyList<string>>()));

    /// <summary>A role with a policy; one that has no statements cannot be, and is none.</summary>
    internal static Role RoleOf(string name, JsonObject policy) => new(name, policy["Statement"] is JsonArray { Count: > 0 } ? [Policy.Parse(name, policy.ToJsonString())] : []);

    /// <summary>The role that an access key is of.</summary>
    internal static string RoleOf(string accessKey) => accessKey[Prefix.Length..];

    internal static string AccessKeyOf(string role) => $"{Prefix}{role}";
}
