namespace Amicast.Simulator.Events;

/// <summary>Where the events of a simulated cloud go: what the default event bus of every account and Region would be given.</summary>
/// <remarks>
/// As on AWS, events are best effort: not every change needs to have one, one may come late, or twice (the faults eventLost, eventLate, eventTwice).
/// </remarks>
public interface ICloudEvents
{
    /// <summary>Takes one event, at the moment at which it arrives, on the thread of the cloud's clock.</summary>
    void Publish(CloudEvent cloudEvent);
}
