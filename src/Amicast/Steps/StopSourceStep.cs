using Amicast.Aws;
using Amicast.Plans;
using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>What the state <c>StopSource</c> gets.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Source">What the look before saw; absent at the first.</param>
/// <param name="Execution">The execution's name, for the log.</param>
public sealed record StopSourceInput(Plan Plan, SourceRecord? Source = null, string? Execution = null);

/// <summary>Stops the source instance before its image is made, one look at a time; the waiting is the state machine's. Nothing starts it again.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the run has its image already</term><description>done: nothing is to be stopped for it</description></item>
/// <item><term>stopped</term><description>done</description></item>
/// <item><term>running</term><description>StopInstances; look again</description></item>
/// <item><term>pending, stopping</term><description>look again</description></item>
/// <item><term>shutting-down, terminated</term><description>SourceGone</description></item>
/// </list>
/// </remarks>
public sealed class StopSourceStep(AwsClients aws, TimeProvider time) : IStep<StopSourceInput, SourceRecord>
{
    /// <inheritdoc/>
    public async Task<SourceRecord> ExecuteAsync(StopSourceInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var plan = input.Plan;
        var source = new SourceInstance(aws, plan.Source, time);
        var askedAt = input.Source?.AskedAt ?? time.GetUtcNow();
        var (image, _) = await RunImages.LookForFirstAsync(aws.Ec2(plan.Source.Region), plan, cancellation);
        return image is null
            ? await source.StopAsync(askedAt, plan.Deadline, cancellation)
            : new SourceRecord(await source.LookAsync(cancellation), Done: true, askedAt, WaitSeconds: 0);
    }
}
