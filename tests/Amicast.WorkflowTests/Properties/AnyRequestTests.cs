using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Reports;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;
using Amicast.WorkflowTests.Schema;

namespace Amicast.WorkflowTests.Properties;

/// <summary>Any request, valid or mutated, is either refused with problems or carried out with a report whose every line is true of the account.</summary>
public sealed partial class AnyRequestTests
{
    private const int Seeds = 300;
    private const string Run = "run-1";
    private static readonly Deployment Deployment = Deployment.Default with { AllowPublicImages = true, AllowSourceStop = true, AllowSourceTerminate = true };

    /// <summary>Every example that is a request; the examples that come later are among them.</summary>
    private static IReadOnlyList<string> Examples { get; } =
    [
        .. Directory.EnumerateFiles(Tests.Repository.PathOf("examples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .Where(text => text.Contains("\"source\"", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Any_request_is_refused_with_problems_or_carried_out_with_a_true_report()
    {
        // Worlds are one-threaded and know nothing of each other: one a core.
        var outcomes = Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed => CarryOut(seed)).ToList();

        var untrue = outcomes.SelectMany(outcome => outcome.Untrue).ToList();
        Assert.True(untrue.Count == 0, string.Join('\n', untrue));
        // Requests that are all refused, or all carried out, would prove one half alone.
        Assert.All(Enum.GetValues<Kind>(), kind => Assert.True(outcomes.Count(outcome => outcome.Kind == kind) > Seeds / 50, $"{kind}: {outcomes.Count(outcome => outcome.Kind == kind)}"));
    }

    [Fact]
    public void Every_line_of_a_Regions_report_is_looked_up_or_known_to_be_no_fact_of_the_account() =>
        Assert.Equal(
            typeof(RegionReport).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
            ReportTruth.LookedUp.Concat(ReportTruth.NoFact).Order(StringComparer.Ordinal));

    // The examples of one account alone.
    private static AccountDocument? AccountOf(string request) => request.Contains(Sharing.ImageId, StringComparison.Ordinal) ? Sharing.Account : null;

    private static (Kind Kind, IEnumerable<string> Untrue) CarryOut(int seed)
    {
        var request = new RequestMutation(new Chance(seed), Examples).Next();
        // A report of failures must be true as well.
        var faults = seed % 5 == 0 ? new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Probability = 0.5 }]) : null;
        var rehearsal = new Rehearsal(seed, AccountOf(request), faults, Deployment) { BetweenLooks = TimeSpan.FromHours(1) };
        var planned = Plan(rehearsal, request);
        var run = rehearsal.Run(request, Run);
        if (run.Report is not { } report)
        {
            return (Kind.Failed, [Say(seed, request, $"no report: {run.Status} {run.Error}")]);
        }

        if (report.Failure is { Error: "InvalidRequest" } refusal)
        {
            return (Kind.Refused, CheckRefusal(rehearsal, refusal, planned).Select(untrue => Say(seed, request, untrue)));
        }

        var truth = new ReportTruth(Clients(rehearsal), report);
        var untrue = rehearsal.Cloud.Clock is VirtualClock clock ? clock.Run(truth.CheckAsync) : [];
        var agreed = planned.Length == 0 ? [] : new[] { $"the plan refused what was carried out: {planned}" };
        var invalid = JsonSchemaCheck.OfRequests.Validate(JsonNode.Parse(request)).Select(line => $"carried out, but invalid by the schema: {line}");
        return (report.State == RunState.Succeeded ? Kind.Succeeded : Kind.Failed, untrue.Concat(agreed).Concat(invalid).Select(line => Say(seed, request, line)));
    }

    private static IEnumerable<string> CheckRefusal(Rehearsal rehearsal, ReportedFailure refusal, string planned)
    {
        var changing = rehearsal.Account.Calls.Where(call => !call.Operation.StartsWith("Describe", StringComparison.Ordinal)
            && !call.Operation.StartsWith("Get", StringComparison.Ordinal) && !call.Operation.StartsWith("List", StringComparison.Ordinal)).Select(call => $"refused, but {call.Operation} was called");
        var unreadable = refusal.Message.Split('\n').Where(problem => !Problem().IsMatch(problem)).Select(problem => $"not a problem with path, code, cause and remedy: {problem}");
        return changing.Concat(unreadable).Concat(planned == refusal.Message ? [] : [$"the plan says '{planned}', the run '{refusal.Message}'"]);
    }

    /// <summary>The problems that <c>amicast plan</c> tells of the same request in the same account.</summary>
    private static string Plan(Rehearsal rehearsal, string request)
    {
        using var document = JsonDocument.Parse(request);
        var clock = rehearsal.Cloud.Clock;
        return string.Join('\n', ((VirtualClock)clock).Run(() =>
            rehearsal.Cloud.Plans.MakeAsync(document.RootElement, Run, clock.GetUtcNow(), tryCalls: false, CancellationToken.None)).Problems);
    }

    private static AwsClients Clients(Rehearsal rehearsal) => new(
        new AwsConnection(new BasicAWSCredentials("AKIASIMULATED0000000", "simulated"), rehearsal.Account.CreateHandler(), "us-east-1", new Uri("http://ec2.local")),
        rehearsal.Cloud.Clock,
        new Chance(1));

    private static string Say(int seed, string request, string untrue) => $"seed {seed}: {untrue}\n  {request}";

    private enum Kind
    {
        Refused,
        Succeeded,
        Failed,
    }

    [GeneratedRegex(@"^\$\S*.*: [A-Z][A-Za-z]+: .+; .+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Problem();
}
