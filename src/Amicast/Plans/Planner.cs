using System.Text.Json;
using Amicast.Aws;
using Amicast.Plans.Concerns;
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
    /// <param name="cancellation">Ends the looking.</param>
    internal async Task<PlanResult> PlanAsync(JsonElement document, string execution, DateTimeOffset startedAt, CancellationToken cancellation)
    {
        var (request, problems) = RequestReader.Read(document);
        CheckRun(request, execution, problems);
        var (scope, plan, source) = request is null
            ? (null, null, null)
            : await LookAsync(new PlanScope(aws, deployment, request, execution, startedAt), cancellation);

        var order = new DocumentOrder(document);
        var findings = scope?.AllFindings.ToList() ?? [];
        var refused = order.Sort(findings.Select(f => f.Problems).Prepend(problems), p => p.Path, p => $"{p}");
        var warnings = order.Sort(findings.Select(f => f.Warnings), w => w.Path, w => $"{w}");
        return new PlanResult(refused.Count == 0 ? plan : null, refused, warnings, source);
    }

    private static async Task<(PlanScope Scope, Plan Plan, SourceFacts? Source)> LookAsync(PlanScope asked, CancellationToken cancellation)
    {
        var scope = await asked.WithRegionsAsync(cancellation);
        var concerns = new ConcernList(scope);
        await Task.WhenAll(concerns.All.Select(concern => concern.LookAsync(cancellation)));
        await Task.WhenAll(concerns.All.Select(concern => concern.LookFurtherAsync(cancellation)));
        var plan = PlanDraft.Make(scope, concerns.All);
        CheckSize(plan, scope.Findings);
        return (scope, plan, concerns.Source.Facts);
    }

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
}
