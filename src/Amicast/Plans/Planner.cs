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
    /// <param name="execution">The execution's name, which is the run's id.</param>
    /// <param name="startedAt">When the execution started.</param>
    /// <param name="purpose">What the plan is made for.</param>
    /// <param name="cancellation">Ends the looking.</param>
    internal async Task<PlanResult> PlanAsync(JsonElement document, string execution, DateTimeOffset startedAt, PlanPurpose purpose, CancellationToken cancellation)
    {
        if (RequestText.Check(document) is { } unreadable)
        {
            return Refused([unreadable]);
        }

        var (request, problems) = RequestReader.Read(document);
        CheckRun(request, execution, problems);
        var order = new DocumentOrder(document);
        return request is null
            ? Refused(Sort(order, [problems]))
            : await PlanAsync(new PlanScope(aws, deployment, request, execution, startedAt, purpose), problems, order, cancellation);
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

    private static void CheckRun(Request? request, string execution, List<Problem> problems)
    {
        if (request?.Run is { } run && run != execution)
        {
            problems.Add(new Problem("$.run", "RunIsNotExecution", $"the request names run '{run}', the execution is named '{execution}'",
                "give the execution the run's name, or leave 'run' out"));
        }
        else if (!RunId.IsValid(execution))
        {
            problems.Add(new Problem("$.run", "InvalidRunId", $"the execution's name '{execution}' is not a run id", "use 1 to 64 letters, digits, '_' and '-'"));
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
