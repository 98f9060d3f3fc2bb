using Amicast.Metrics;

namespace Amicast.Tests.Metrics;

public sealed class MetricDocumentTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_document_is_one_line_of_the_embedded_metric_format()
    {
        var line = new MetricDocument(At, [new("Region", "eu-central-1")], [["Region"], []], [Metric.Count("Looks", 3, 4), new("Duration", "Seconds", [1.5])], [new("run", "web-1")]).ToJson();

        Assert.Equal(
            """{"_aws":{"Timestamp":1795312800000,"CloudWatchMetrics":[{"Namespace":"Amicast","Dimensions":[["Region"],[]],"Metrics":[{"Name":"Looks","Unit":"Count"},{"Name":"Duration","Unit":"Seconds"}]}]},"Region":"eu-central-1","run":"web-1","Looks":[3,4],"Duration":1.5}""",
            line);
        Assert.Empty(EmbeddedMetricFormat.Problems(line));
    }

    [Fact]
    public void A_metric_writes_no_more_values_than_the_format_takes()
    {
        var line = new MetricDocument(At, [], [[]], [Metric.Count("Looks", [.. Enumerable.Range(1, 250).Select(look => (double)look)])], []).ToJson();

        Assert.Empty(EmbeddedMetricFormat.Problems(line));
        Assert.EndsWith(",99,100]}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Count", "dimension Region is no text of 1 to 1,024 characters at the root")]
    [InlineData("eu-central-1", "Pieces", "Looks: Pieces is no unit")]
    public void What_breaks_the_formats_rules_is_found(string region, string unit, string problem)
    {
        var line = new MetricDocument(At, [new("Region", region)], [["Region"]], [new Metric("Looks", unit, [1])], []).ToJson();

        Assert.Equal([problem], EmbeddedMetricFormat.Problems(line));
    }
}
