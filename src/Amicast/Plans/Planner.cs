using System.Text.Json;
using Amicast.Aws;
using Amicast.Plans.Concerns;
using Amicast.Plans.Previews;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>Turns a request document into a plan: looks at the account (reads only), resolves what the request leaves to it, and finds what would fail later.</summary>
/// <remarks>At most three dependent rounds of parallel calls, however many Regions there are; <see cref="PlanConcern"/> tells what belongs in which.</remarks>
internal sealed class Planner(AwsClients aws, Deployment deployment)
{
    // 256 KiB is Step Functions' limit of state data; the Regions' records stand beside the plan.
    private const int MostBytes = 96 * 1024;

    /// <param name="document">The request document.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="startedAt">When the execution started.</param>
    /// <param name="purpose">What the plan is made for.</param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <param name="earlier">What the run's earlier executions planned and did.</param>
    internal async Task<PlanResult> PlanAsync(
        JsonElement document, string run, DateTimeOffset startedAt, PlanPurpose purpose, CancellationToken cancellation, EarlierRun? earlier = null)
    {
        if (RequestText.Check(document) is { } unreadable)
        {
            return Refused([unreadable]);
        }

        var (request, problems) = RequestReader.Read(document);
        CheckRun(request, run, problems);
        var order = new DocumentOrder(document);
        return request is null
            ? Refused(Sort(order, [problems]))
            : await PlanAsync(
                new PlanScope(aws, deployment, request, run, earlier?.StartedAt ?? startedAt, purpose) { Earlier = earlier, ExecutionStartedAt = startedAt }, problems, order, cancellation);
    }

    private static async Task<PlanResult> PlanAsync(PlanScope asked, List<Problem> written, DocumentOrder order, CancellationToken cancellation)
    {
        var scope = await asked.WithRegionsAsync(cancellation);
        var concerns = new ConcernList(scope);
        await Task.WhenAll(concerns.All.Select(concern => concern.LookAsync(cancellation)));
        await Task.WhenAll(concerns.All.Select(concern => concern.LookFurtherAsync(cancellation)));

        var plan = PlanDraft.Make(scope, concerns.All);
        var estimate = Estimating.Of(plan, concerns.Source.Facts?.SizesGiB ?? []);
        CheckSize(plan, scope.Findings);
        CheckDeadline(scope, estimate);
        var problems = Sort(order, scope.AllFindings.Select(f => f.Problems).Prepend(written));
        return new PlanResult(
            problems.Count == 0 ? plan : null,
            problems,
            order.Sort(scope.AllFindings.Select(f => f.Warnings), w => w.Path, w => $"{w}"),
            scope.Findings.Changes,
            scope.Regions.ToDictionary(region => region.Name, region => region.Findings.Changes),
            estimate);
    }

    private static PlanResult Refused(IReadOnlyList<Problem> problems) => new(null, problems, [], [], new Dictionary<string, IReadOnlyList<string>>(), null);

    private static IReadOnlyList<Problem> Sort(DocumentOrder order, IEnumerable<IEnumerable<Problem>> found) => order.Sort(found, p => p.Path, p => $"{p}");

    private static void CheckRun(Request? request, string run, List<Problem> problems)
    {
        if (request?.Run is { } named && named != run)
        {
            problems.Add(new Problem("$.run", "RunIsNotExecution", $"the request names run '{named}', the execution is named '{run}'",
                "give the execution the run's name, or leave 'run' out"));
        }
        else if (!RunId.IsValid(run))
        {
            problems.Add(new Problem("$.run", "InvalidRunId", $"the execution's name '{run}' is not a run id", RunId.Remedy));
        }
    }

    private static void CheckSize(Plan plan, Findings findings)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan, AmicastJson.Default.Plan).Length;
        if (bytes > MostBytes)
        {
            findings.Refuse("$", "TooLarge", $"the plan takes {bytes / 1024} KiB of state data", $"at most {MostBytes / 1024} KiB fit: use fewer Regions, accounts or tags a run");
        }
    }

    private static void CheckDeadline(PlanScope scope, PlanEstimate estimate)
    {
        if (scope.Request.TimeoutMinutes < estimate.MostMinutes)
        {
            scope.Findings.Warn("$.timeoutMinutes", "DeadlineIsShort",
                $"the run gives up waiting after {scope.Request.TimeoutMinutes} minutes, and may well take {estimate.LeastMinutes} to {estimate.MostMinutes}");
        }
    }
}
