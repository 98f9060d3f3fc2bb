using Amicast.Aws;
using Amicast.Functions.Steps;
using Amicast.Metrics;

namespace Amicast.Functions.Metrics;

/// <summary>Writes how many calls AWS throttled in an invocation, by Region: it throttles an account in a Region, whichever stack calls.</summary>
/// <remarks>Where a process answers several invocations at a time, one may write what another has met; the sums are right.</remarks>
internal sealed class ThrottleMetrics(ThrottledCalls throttled, IMetricLog metrics, TimeProvider time)
{
    private const string Region = "Region";

    internal void Write(string step, StepScope scope)
    {
        foreach (var (region, count) in throttled.Take())
        {
            KeyValuePair<string, string?>[] properties = [new("step", step), new("run", scope.Run), new("execution", scope.Execution)];
            metrics.Write(new MetricDocument(
                time.GetUtcNow(),
                [new(Region, region)],
                [[Region]],
                [Metric.Count("ThrottledCalls", count)],
                [.. properties.Where(property => property.Value is not null).Select(property => new KeyValuePair<string, string>(property.Key, property.Value!))]));
        }
    }
}
