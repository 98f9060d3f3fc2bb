using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Events;

/// <summary>Publishes the events of one account, to whoever listens.</summary>
/// <remarks>
/// What things come to is computed from the clock, without timers. An event needs one, so it is set only where somebody listens; and because much
/// can happen until it rings, it looks then whether things are so.
/// </remarks>
internal sealed class EventSource(string accountId, WorldClock clock, Chance chance, FaultDice faults)
{
    private readonly ResourceIds _ids = new(chance);

    internal ICloudEvents? Listener { get; set; }

    /// <summary>Is told what callers put on the bus, beside <see cref="Listener"/>.</summary>
    internal Action<CloudEvent>? OnPut { get; set; }

    /// <summary>Takes an event of a caller's own; it is the listeners' as it is the bus's, at this moment.</summary>
    /// <returns>The event's id.</returns>
    internal string Put(string region, string source, string detailType, DateTimeOffset time, IReadOnlyList<string> resources, JsonObject detail)
    {
        var cloudEvent = new CloudEvent(_ids.NextRequestId(), detailType, accountId, time, region, resources, detail) { Source = source };
        OnPut?.Invoke(cloudEvent);
        Listener?.Publish(cloudEvent);
        return cloudEvent.Id;
    }

    /// <summary>Looks at <paramref name="moment"/>, and publishes what <paramref name="look"/> finds then, if anything.</summary>
    /// <param name="cause">The call that leads to it.</param>
    internal void Announce(Call cause, DateTimeOffset moment, Func<News?> look)
    {
        if (Listener is { } listener && moment < DateTimeOffset.MaxValue)
        {
            After(moment - clock.GetUtcNow(), () => Tell(listener, cause.Request.Operation, cause.Region.Name, look()));
        }
    }

    private void Tell(ICloudEvents listener, string operation, string region, News? news)
    {
        if (news is null || faults.StrikeEvent(FaultKind.EventLost, operation, region, news.DetailType) is not null)
        {
            return;
        }

        var cloudEvent = new CloudEvent(_ids.NextRequestId(), news.DetailType, accountId, clock.GetUtcNow(), region, news.Resources, news.Detail);
        var late = faults.StrikeEvent(FaultKind.EventLate, operation, region, news.DetailType)?.Delay ?? TimeSpan.Zero;
        var times = faults.StrikeEvent(FaultKind.EventTwice, operation, region, news.DetailType) is null ? 1 : 2;
        for (var i = 0; i < times; i++)
        {
            After(late, () => listener.Publish(cloudEvent));
        }
    }

    /// <summary>Always by a timer, so that nobody who listens is told in the middle of an effect.</summary>
    private void After(TimeSpan time, Action action) => clock.CreateTimer(_ => action(), null, time, Timeout.InfiniteTimeSpan);
}

/// <summary>What an event says, before it has an id and a time.</summary>
internal sealed record News(string DetailType, IReadOnlyList<string> Resources, JsonObject Detail);
