using Amicast.Metrics;

namespace Amicast.Functions.Metrics;

/// <summary>Writes metrics into the function's log. They are no messages: they go past its levels and formats, as CloudWatch needs them.</summary>
/// <param name="output">Standard output; a line is one write.</param>
internal sealed class MetricLines(TextWriter output) : IMetricLog
{
    public void Write(MetricDocument document) => output.WriteLine(document.ToJson());
}
