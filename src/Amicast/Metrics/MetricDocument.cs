using System.Text;
using System.Text.Json;

namespace Amicast.Metrics;

/// <summary>A document of CloudWatch's embedded metric format: metrics of one moment, with the dimensions they are kept by and properties to search for.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html. A metric costs by each combination of
/// its dimensions' values: what has no bound (a run's id) is a property.
/// </remarks>
/// <param name="At">The metrics' moment.</param>
/// <param name="Dimensions">Names with their values, at most 30; each a text of 1 to 1,024 characters.</param>
/// <param name="DimensionSets">The sets of names that each metric is kept by.</param>
/// <param name="Metrics">The metrics, at most 100.</param>
/// <param name="Properties">What else stands in the line.</param>
public sealed record MetricDocument(
    DateTimeOffset At,
    IReadOnlyList<KeyValuePair<string, string>> Dimensions,
    IReadOnlyList<IReadOnlyList<string>> DimensionSets,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    /// <summary>The namespace of all of Amicast's metrics.</summary>
    public const string Namespace = "Amicast";

    /// <summary>The document as one line of JSON.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteDirective(json);
            foreach (var (name, value) in Dimensions.Concat(Properties))
            {
                json.WriteString(name, value);
            }

            foreach (var metric in Metrics)
            {
                metric.WriteValue(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void WriteDirective(Utf8JsonWriter json)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", At.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray(nameof(Dimensions));
        foreach (var set in DimensionSets)
        {
            json.WriteStartArray();
            foreach (var name in set)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray(nameof(Metrics));
        foreach (var metric in Metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", metric.Name);
            json.WriteString("Unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
