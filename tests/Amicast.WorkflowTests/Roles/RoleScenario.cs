using System.Text.Json;
using System.Text.Json.Nodes;
using Amicast.Deployed;
using Amicast.Local.Announcing;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests.Roles;

/// <summary>A request that is carried out under a deployment's roles.</summary>
internal sealed record RoleScenario(string Name, string Request)
{
    private RenderedPolicies? _rendered;

    internal Deployment Deployment { get; init; } = Deployment.Default;

    internal AccountDocument? Account { get; init; }

    internal FaultPlan? Faults { get; init; }

    /// <summary>What is done, where it is not simply the request's run; returns how it ended.</summary>
    internal Func<Rehearsal, string>? Act { get; init; }

    /// <summary>Whether ends are announced; what is heard of them belongs to the end. Who acts waits until it can be heard.</summary>
    internal bool IsAnnounced { get; init; }

    /// <summary>The deployment's policies, unchanged.</summary>
    internal RenderedPolicies Rendered => _rendered ??= new RenderedPolicies(DeploymentParameters.Of(Deployment));

    /// <summary>Carries it out with the policies, and returns its end: status, error and report, and what was announced.</summary>
    /// <param name="policies">Those of the deployment, changed or not.</param>
    /// <param name="calls">Notes what is asked of the roles.</param>
    internal string End(IReadOnlyDictionary<string, JsonObject> policies, RecordedRequests? calls = null)
    {
        var roles = new EnforcedRoles(new DeployedRoles(Rendered, policies), calls is null ? null : calls.Around);
        var heard = new List<string>();
        var listener = IsAnnounced ? new EndListener(put => heard.Add(put.ToJson().ToJsonString()), OnLost: (_, error) => heard.Add(error)) : null;
        var rehearsal = new Rehearsal(account: Account, faults: Faults, deployment: Deployment, endListener: listener, roles: roles);
        return string.Join('\n', [Act?.Invoke(rehearsal) ?? Run(rehearsal), .. heard]);
    }

    private string Run(Rehearsal rehearsal)
    {
        var end = rehearsal.Run(Request);
        return $"{end.Status} {end.Error} {(end.Report is null ? "" : JsonSerializer.Serialize(end.Report, AmicastJson.Default.Report))}";
    }

    public override string ToString() => Name;
}
