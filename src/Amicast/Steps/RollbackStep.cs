using System.Text.Json;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Ledgers;
using Amicast.Requests;
using Amicast.Rollbacks;

namespace Amicast.Steps;

/// <summary>What the state <c>Rollback</c> gets.</summary>
/// <param name="State">The state data: <c>action</c>, what failed where the run rolls itself back, and how far the rollback is.</param>
/// <param name="Execution">The execution.</param>
public sealed record RollbackInput(JsonElement State, ExecutionContext Execution);

/// <summary>Removes everything that a run has made, in every Region, and puts back what was there before. One look at a time; the waiting is the state machine's.</summary>
/// <remarks>
/// The first invocation reads the histories of the run's executions and changes nothing: what will be put back stands in the history before it is. Each
/// later one looks at all Regions that are not done, each by itself. A Region is done after two looks with nothing to do, further apart than the longest
/// function time-out and what a killed call may take to land and be seen; or half an hour after the beginning, with what is left and why.
/// </remarks>
/// <param name="aws">The account.</param>
/// <param name="deployment">What the deployment allows: nothing wider is put back.</param>
/// <param name="time">The clock.</param>
/// <param name="ledger">The histories of the run's executions.</param>
public sealed class RollbackStep(AwsClients aws, Deployment deployment, TimeProvider time, Func<RunLedger> ledger) : IStep<RollbackInput, RollbackRecord>
{
    internal const string StepName = "Rollback";

    private const string Action = "action";
    private const string NotOptedIn = "not-opted-in";

    // A function is ended after 60 seconds; what it asked for may land then, and is visible with its tags within another 60.
    private static readonly TimeSpan BetweenEmptyLooks = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromMinutes(30);

    // Less than the function's own time: a Region that does not answer must not cost the others what they came to.
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(40);

    /// <inheritdoc/>
    public async Task<RollbackRecord> ExecuteAsync(RollbackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.State.ValueKind == JsonValueKind.Object && input.State.TryGetProperty("rollback", out var known)
            ? await GoOnAsync(known.Deserialize(AmicastJson.Default.RollbackRecord)!, cancellation)
            : await BeginAsync(input, RunExecution.Of(input.Execution.Name), cancellation);
    }

    private async Task<RollbackRecord> BeginAsync(RollbackInput input, RunExecution execution, CancellationToken cancellation)
    {
        var read = await ledger().ReadAsync(execution.Run, execution.Number, cancellation);
        var isOwn = read.Entries.FirstOrDefault(entry => entry.Number == execution.Number)?.Plan is not null;
        if (!isOwn)
        {
            CheckAsked(input, execution);
        }

        (read with { Entries = [.. read.Entries.Where(entry => entry.Number < execution.Number)] }).CheckEnded(execution.Run);
        await CheckSourceAsync(read, cancellation);
        var regions = BeforeRun.Regions(read).Union(read.Missing.Count == 0 ? [] : await AllRegionsAsync(cancellation)).ToList();
        return new RollbackRecord(
            execution.Run,
            isOwn ? RollbackRecord.OnFailure : RollbackRecord.Asked,
            time.GetUtcNow(),
            Done: regions.Count == 0,
            WaitSeconds: 0,
            [.. regions.Select(region => new RegionRollback(region, BeforeRun.In(region, read), [], [], [], []))],
            read.Missing.Count == 0 ? null : read.Missing);
    }

    private static void CheckAsked(RollbackInput input, RunExecution execution)
    {
        if (execution.IsFirst)
        {
            throw new InvalidRequestException([new Problem($"$.{Action}", "InvalidRunId", $"'{execution.Name}' is the name of a run's first execution, which has nothing to roll back",
                "name the execution after the run to be rolled back, with '--2' or the next number behind it")]);
        }

        var others = input.State.EnumerateObject().Where(member => member.Name is not Action).Select(member => member.Name).ToList();
        if (others.Count > 0)
        {
            throw new InvalidRequestException([.. others.Select(name => new Problem($"$.{name}", "UnknownProperty", $"a rollback takes no '{name}'", """start it with {"action":"rollback"} and nothing else"""))]);
        }
    }

    // What the images were made of is gone: with them the machine itself would be.
    private async Task CheckSourceAsync(Ledger read, CancellationToken cancellation)
    {
        if (read.Plans.Select(plan => plan.Source).FirstOrDefault(source => source.Afterwards == SourceAfterwards.Terminate) is not { } source)
        {
            return;
        }

        var state = await new SourceInstance(aws, source, time).LookAsync(cancellation);
        if (state is "shutting-down" or SourceInstance.Terminated)
        {
            throw new SourceTerminatedException(
                $"The source, {source.Id} in {source.Region}, is {state}: the run's images are all that is left of it, and nothing is removed. To remove them nevertheless, do so by hand; they carry the tag {RunTags.Run}.");
        }
    }

    private async Task<IEnumerable<string>> AllRegionsAsync(CancellationToken cancellation)
    {
        var answer = await aws.HomeEc2.DescribeRegionsAsync(new DescribeRegionsRequest(), cancellation);
        return answer.Regions.Where(region => region.OptInStatus != NotOptedIn).Select(region => region.RegionName);
    }

    private async Task<RollbackRecord> GoOnAsync(RollbackRecord known, CancellationToken cancellation)
    {
        var regions = await Task.WhenAll(known.Regions.Select(region => region.Done ? Task.FromResult(region) : LookAsync(known, region, cancellation)));
        return known with { Regions = regions, Done = regions.All(region => region.Done), WaitSeconds = WaitAfter(known, regions) };
    }

    private async Task<RegionRollback> LookAsync(RollbackRecord known, RegionRollback region, CancellationToken cancellation)
    {
        var cleaning = new Cleaning();
        try
        {
            cleaning = await new RegionCleaner(aws, deployment, known.Run, region, time).LookAsync(cancellation).WaitAsync(LongestLook, time, cancellation);
        }
        catch (TimeoutException)
        {
            cleaning.Await(region.Region, $"it did not answer within {LongestLook.TotalSeconds} seconds");
        }

        return cleaning.After(region, time.GetUtcNow(), known.BegunAt + GivesUpAfter, BetweenEmptyLooks);
    }

    private int WaitAfter(RollbackRecord known, IReadOnlyList<RegionRollback> regions)
    {
        var now = time.GetUtcNow();
        var busy = now - known.BegunAt < TimeSpan.FromMinutes(5) ? TimeSpan.FromSeconds(15) : TimeSpan.FromMinutes(1);
        var rest = regions.Where(region => !region.Done).Select(region => region.QuietSince is { } since ? since + BetweenEmptyLooks - now : busy).ToList();
        return rest.Count == 0 ? 0 : Math.Max(1, (int)Math.Ceiling(rest.Min().TotalSeconds));
    }
}
