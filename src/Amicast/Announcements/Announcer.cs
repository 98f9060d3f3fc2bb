using Amicast.Metrics;

namespace Amicast.Announcements;

/// <summary>What Announce answers.</summary>
/// <param name="Id">The id in the completion event's detail.</param>
/// <param name="EventId">EventBridge's id of the event.</param>
public sealed record Announced(string Id, string EventId);

/// <summary>
/// The function that is started when an execution has ended, however it ended: makes its report, puts the completion event, and writes the run's metrics.
/// It is no state of the flow: nothing in the flow sees the ends that it is for.
/// </summary>
/// <remarks>
/// Status changes come at least once, so an end may be announced twice, under the same <see cref="RunEnded.Id"/>. The metrics are written after the event was taken:
/// what fails before is tried again by Lambda, and counts nothing.
/// </remarks>
/// <param name="reporter">Makes reports.</param>
/// <param name="eventBridge">Takes the event.</param>
/// <param name="metrics">Takes the metrics.</param>
public sealed class Announcer(RunReporter reporter, EventBridgeClient eventBridge, IMetricLog metrics)
{
    /// <summary>Announces the execution's end.</summary>
    /// <exception cref="Runs.StepFunctionsException">Step Functions refused to tell of the execution.</exception>
    /// <exception cref="EventBridgeException">EventBridge refused the event.</exception>
    public async Task<Announced> AnnounceAsync(StatusChange input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ended = await reporter.ReadAsync(input.Detail.ExecutionArn, cancellation);
        var detail = RunEndedEvents.Of(ended);
        var eventId = await eventBridge.PutEventAsync(RunEndedEvents.ToEntry(detail));
        foreach (var document in RunMetrics.Of(ended, detail))
        {
            metrics.Write(document);
        }

        return new Announced(detail.Id, eventId);
    }
}
