using Amicast.Aws;
using Amicast.Plans;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Steps;

/// <summary>What the state <c>RetireSource</c> gets.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Regions">Every Region's record.</param>
/// <param name="Retired">What the look before saw; absent at the first.</param>
/// <param name="Execution">The execution's name, for the log.</param>
public sealed record RetireSourceInput(Plan Plan, IReadOnlyList<RegionRecord> Regions, SourceRecord? Retired = null, string? Execution = null);

/// <summary>Stops or terminates the source instance, once every destination's launch was verified. One look at a time; the waiting is the state machine's.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>a destination failed, or verified nothing</term><description>done: the source is kept, and the record says for which Regions</description></item>
/// <item><term>to be stopped</term><description>as <see cref="StopSourceStep"/></description></item>
/// <item><term>to be terminated, and terminated or no longer shown</term><description>done</description></item>
/// <item><term>shutting-down</term><description>look again</description></item>
/// <item><term>any other state</term><description>TerminateInstances; look again</description></item>
/// </list>
/// </remarks>
public sealed class RetireSourceStep(AwsClients aws, TimeProvider time) : IStep<RetireSourceInput, SourceRecord>
{
    // What was moved is moved: the run's deadline must not leave the source half way.
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task<SourceRecord> ExecuteAsync(RetireSourceInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var plan = input.Plan;
        var source = new SourceInstance(aws, plan.Source, time);
        var askedAt = input.Retired?.AskedAt ?? time.GetUtcNow();
        if (WhyKept(plan, input.Regions) is { } kept)
        {
            return new SourceRecord(await source.LookAsync(cancellation), Done: true, askedAt, WaitSeconds: 0, kept);
        }

        var deadline = askedAt + AtLeast > plan.Deadline ? askedAt + AtLeast : plan.Deadline;
        return plan.Source.Afterwards == SourceAfterwards.Terminate
            ? await source.TerminateAsync(askedAt, deadline, cancellation)
            : await source.StopAsync(askedAt, deadline, cancellation);
    }

    private static string? WhyKept(Plan plan, IReadOnlyList<RegionRecord> regions)
    {
        var records = regions.ToDictionary(record => record.Region);
        var unverified = plan.Destinations.Where(d => !IsVerified(d, plan, records.GetValueOrDefault(d.Region))).Select(d => d.Region).ToList();
        return unverified.Count == 0 ? null : $"not every destination was verified: {string.Join(", ", unverified)}";
    }

    private static bool IsVerified(PlannedDestination destination, Plan plan, RegionRecord? record)
    {
        var verify = (destination.Launch ?? plan.Launch)?.Verify ?? Verification.None;
        return record is { Failure: null or { Count: 0 }, Launch.Verified: true }
            && destination.Launches
            && (verify == Verification.StatusOk || (verify == Verification.Running && plan.Source.Afterwards == SourceAfterwards.Stop));
    }
}
