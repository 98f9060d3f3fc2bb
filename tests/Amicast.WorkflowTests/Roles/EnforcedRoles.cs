using System.Collections.Concurrent;
using Amicast.Deployed;
using Amicast.Local;
using Amicast.Simulator.Iam;
using Amicast.StatesLanguage.Execution;

namespace Amicast.WorkflowTests.Roles;

/// <summary>The roles that a rehearsal calls with: those that the template gives a deployment, rendered once for each.</summary>
/// <param name="roles">The roles.</param>
/// <param name="watch">Stands around what decides.</param>
internal sealed class EnforcedRoles(DeployedRoles roles, Func<IAuthorizer, IAuthorizer>? watch = null)
{
    private readonly IAuthorizer _authorizer = watch?.Invoke(roles.Authorizer) ?? roles.Authorizer;

    private static readonly ConcurrentDictionary<string, EnforcedRoles> Rendered = [];

    internal FunctionRoles Functions => new(_authorizer, roles.AccessKeyOfHandler);

    internal static EnforcedRoles Of(Deployment deployment)
    {
        var parameters = DeploymentParameters.Of(deployment).ToList();
        return Rendered.GetOrAdd(string.Join(' ', parameters), _ =>
        {
            var rendered = new RenderedPolicies(parameters);
            return new EnforcedRoles(new DeployedRoles(rendered, rendered.Policies));
        });
    }

    /// <summary>The state machine may invoke a function only as its own role says.</summary>
    internal ITaskInvoker Around(ITaskInvoker steps) => new AuthorizedInvoker(steps, roles, _authorizer);

    private sealed class AuthorizedInvoker(ITaskInvoker steps, DeployedRoles roles, IAuthorizer authorizer) : ITaskInvoker
    {
        public Task<string> InvokeAsync(TaskInvocation invocation)
        {
            var handler = invocation.Resource[(invocation.Resource.LastIndexOf(':') + 1)..];
            // What the definition does not name, others invoke: EventBridge and API Gateway, by policies of the functions themselves.
            return !roles.TaskArns.ContainsKey(handler) || roles.Invoke(authorizer, handler).IsAllowed
                ? steps.InvokeAsync(invocation)
                : throw new TaskFailedException("Lambda.AWSLambdaException", $"{{\"errorMessage\":\"not authorized to perform lambda:InvokeFunction on {roles.TaskArns[handler]}\"}}");
        }
    }
}
