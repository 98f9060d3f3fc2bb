using Amicast.Simulator.Events;

namespace Amicast.Simulator.Tests.Events;

/// <summary>Writes down what a cloud tells, as whole documents; an event's id, which is drawn, as ID-1, ID-2, …</summary>
internal sealed class Listener : ICloudEvents
{
    private readonly List<string> _ids = [];

    internal List<string> Documents { get; } = [];

    /// <summary>Of what kind the events were, and what they told of.</summary>
    internal IEnumerable<string> Kinds => Events.Select(one => $"{one.DetailType}: {one.Detail["State"] ?? one.Detail["state"] ?? one.Detail["result"]}");

    internal List<CloudEvent> Events { get; } = [];

    public void Publish(CloudEvent cloudEvent)
    {
        if (!_ids.Contains(cloudEvent.Id))
        {
            _ids.Add(cloudEvent.Id);
        }

        Events.Add(cloudEvent);
        Documents.Add(cloudEvent.ToJson().ToJsonString().Replace(cloudEvent.Id, $"ID-{_ids.IndexOf(cloudEvent.Id) + 1}", StringComparison.Ordinal));
    }
}
