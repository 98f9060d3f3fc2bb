using Amicast.Metrics;
using Amicast.Simulator.Events;

namespace Amicast.Local.Announcing;

/// <summary>Has a local cloud announce the ends of its executions, as a deployed stack does, and says who hears of it. On the world's thread; nobody may throw.</summary>
/// <param name="OnEvent">Is told every event that was put on the simulated account's bus, the completion events among them.</param>
/// <param name="OnMetrics">Is told every metric document. Default: nobody.</param>
/// <param name="OnLost">Is told the execution's ARN and the error where Announce has failed for good. Default: nobody.</param>
public sealed record EndListener(Action<CloudEvent> OnEvent, Action<MetricDocument>? OnMetrics = null, Action<string, string>? OnLost = null) : IMetricLog
{
    void IMetricLog.Write(MetricDocument document) => OnMetrics?.Invoke(document);
}
