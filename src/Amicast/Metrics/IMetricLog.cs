namespace Amicast.Metrics;

/// <summary>Where metrics are written: on Lambda the function's log, from which CloudWatch takes them.</summary>
public interface IMetricLog
{
    /// <summary>Writes one document of the embedded metric format, on a line of its own.</summary>
    void Write(MetricDocument document);
}
