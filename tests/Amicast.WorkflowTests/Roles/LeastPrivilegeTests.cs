using System.Text.Json.Nodes;
using Amicast.Deployed;
using Amicast.Simulator.Iam;
using Amicast.Simulator.Iam.Policies;

namespace Amicast.WorkflowTests.Roles;

/// <summary>The roles have all that the runs need, and nothing that they do not: whatever is taken away is missed.</summary>
public sealed class LeastPrivilegeTests(LeastPrivilegeTests.Baseline baseline) : IClassFixture<LeastPrivilegeTests.Baseline>
{
    private const string Elsewhere = "arn:aws:elsewhere:elsewhere:000000000000:elsewhere/elsewhere";

    [Fact]
    public void Nothing_is_refused_to_a_run_that_is_allowed_to_do_it() => Assert.Empty(
        baseline.Runs.SelectMany(run => run.Requests.Where(request => !request.IsAllowed).Select(request => $"{run.Scenario}: {request.Role} {request.Request.Action} {request.Request.Resource}")));

    [Fact]
    public void Every_statement_of_the_template_is_in_a_deployment_that_is_tried()
    {
        var written = baseline.Runs[0].Scenario.Rendered.Statements;

        Assert.Equal(written.Order(StringComparer.Ordinal), Statements().Select(statement => statement.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_rehearsed_is_what_the_page_says_is_not()
    {
        var page = Tests.Repository.Read("docs/iam.md").Split("\n### ").SelectMany(role => role.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("Not rehearsed", StringComparison.Ordinal))
            .Select(line => $"{role[..role.IndexOf('\n', StringComparison.Ordinal)]} {line.Split('`')[1]}"));

        Assert.Equal(page.Order(StringComparer.Ordinal), Statements().Where(statement => !statement.IsTried).Select(statement => statement.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_any_statement_and_without_any_action_of_one_a_run_ends_otherwise()
    {
        var parts = Statements().Where(statement => statement is { IsAllow: true, IsTried: true })
            .SelectMany(statement => statement.WithoutParts().Select(part => part.Name)).Distinct().ToList();

        var missed = parts.Where(IsMissed).ToList();

        Assert.True(parts.Count == missed.Count, $"Of {parts.Count} statements and actions nothing misses:\n{string.Join('\n', parts.Except(missed))}");
    }

    [Fact]
    public void Without_any_condition_something_is_allowed_that_must_not_be()
    {
        var conditions = Statements().Where(statement => statement is { IsAllow: true, IsTried: true })
            .SelectMany(statement => statement.Conditions.Select(condition => (statement.Name, condition))).Distinct().ToList();

        var useless = conditions.Where(one => !baseline.Runs.Any(run => Opens(run, one.Name, one.condition))).ToList();

        Assert.True(useless.Count == 0, $"Of {conditions.Count} conditions these keep nothing out:\n{string.Join('\n', useless)}");
    }

    [Fact]
    public void Without_any_denial_something_is_allowed_that_must_not_be_and_without_its_conditions_something_refused_that_must_be_allowed()
    {
        var pool = baseline.Runs.SelectMany(run => run.Requests).ToList();
        var useless = new List<string>();
        foreach (var (run, statement) in baseline.Runs.SelectMany(run => PolicyStatements.Of(run.Scenario.Rendered.Policies).Where(one => !one.IsAllow).Select(one => (run, one))).DistinctBy(one => one.one.Name))
        {
            var role = DeployedRoles.RoleOf(statement.Role, statement.Policy);
            bool Differs(JsonObject changed, bool allowed) => DeployedRoles.RoleOf(statement.Role, changed) is var other && pool.Any(request =>
                request.Role == statement.Role && role.Decide(request.Caller, request.Request).IsAllowed != allowed && other.Decide(request.Caller, request.Request).IsAllowed == allowed);
            useless.AddRange(statement.WithoutParts().Where(part => !Differs(part.Policy, allowed: true)).Select(part => part.Name));
            useless.AddRange(statement.Conditions.Where(condition => !Differs(statement.WithoutCondition(condition), allowed: false)).Select(condition => $"{statement.Name} {condition}"));
        }

        Assert.Empty(useless);
    }

    private IEnumerable<PolicyStatements> Statements() => baseline.Runs.SelectMany(run => PolicyStatements.Of(run.Scenario.Rendered.Policies));

    /// <summary>Only runs that ask for what is taken away are run again.</summary>
    private bool IsMissed(string part) => baseline.Runs.Any(run => run.Without.TryGetValue(part, out var without)
        && run.Requests.Any(request => request.Role == without.Role.Name && request.IsAllowed && !without.Role.Decide(request.Caller, request.Request).IsAllowed)
        && run.Scenario.End(new Dictionary<string, JsonObject>(run.Scenario.Rendered.Policies) { [without.Role.Name] = without.Policy }) != run.End);

    /// <summary>A request as it was made is turned into one that the condition keeps out: another value, or the key that must be there left out.</summary>
    private static bool Opens(BaselineRun run, string name, (string Operator, string Key) condition)
    {
        if (PolicyStatements.Of(run.Scenario.Rendered.Policies).FirstOrDefault(one => one.Name == name) is not { } statement || !statement.Conditions.Contains(condition))
        {
            return false;
        }

        var (role, without) = (DeployedRoles.RoleOf(statement.Role, statement.Policy), DeployedRoles.RoleOf(statement.Role, statement.WithoutCondition(condition)));
        return run.Requests.Where(request => request.Role == statement.Role && request.IsAllowed).Select(request => (request.Caller, Forbidden: Turn(request.Request, condition)))
            .Any(one => !role.Decide(one.Caller, one.Forbidden).IsAllowed && without.Decide(one.Caller, one.Forbidden).IsAllowed);
    }

    private static AuthorizationRequest Turn(AuthorizationRequest request, (string Operator, string Key) condition)
    {
        var context = request.Context.Where(key => !key.Key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase)).ToDictionary();
        if (condition.Operator != "Null")
        {
            context[condition.Key] = [Elsewhere];
        }

        return request with { Context = context };
    }

    /// <summary>Each request once, with the roles as they are; the short runs first, which are the cheapest to run again.</summary>
    public sealed class Baseline
    {
        internal IReadOnlyList<BaselineRun> Runs { get; } = [.. RoleScenarios.All.Select(scenario =>
        {
            var requests = new RecordedRequests();
            return new BaselineRun(scenario, scenario.End(scenario.Rendered.Policies, requests), [.. requests.All]);
        }).OrderBy(run => run.Requests.Count)];
    }

    internal sealed record BaselineRun(RoleScenario Scenario, string End, IReadOnlyList<RecordedRequest> Requests)
    {
        /// <summary>The roles that lack a statement or an action, by what they lack.</summary>
        internal IReadOnlyDictionary<string, (Role Role, JsonObject Policy)> Without { get; } = PolicyStatements.Of(Scenario.Rendered.Policies)
            .SelectMany(statement => statement.WithoutParts().Select(part => (part.Name, Role: DeployedRoles.RoleOf(statement.Role, part.Policy), part.Policy)))
            .ToDictionary(part => part.Name, part => (part.Role, part.Policy));
    }
}
