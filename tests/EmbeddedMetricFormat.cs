using System.Text.Json;

namespace Amicast.Tests;

/// <summary>The rules of CloudWatch's embedded metric format, as far as its specification states them.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html; units and lengths: MetricDatum and Dimension of its API reference.</remarks>
internal static class EmbeddedMetricFormat
{
    private static readonly string[] Units = ["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Percent", "Count", "Count/Second", "None"];

    /// <summary>Everything that is wrong with a line of the log as a document of the format.</summary>
    internal static IReadOnlyList<string> Problems(string line)
    {
        if (line.Contains('\n', StringComparison.Ordinal) || line.Length > 256 * 1024)
        {
            return ["not one line of at most 256 KiB"];
        }

        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (!root.TryGetProperty("_aws", out var metadata))
        {
            return ["no _aws"];
        }

        var timestamp = metadata.TryGetProperty("Timestamp", out var at) && at.TryGetInt64(out var milliseconds) && milliseconds > 0 ? [] : new[] { "no Timestamp in milliseconds" };
        return [.. timestamp, .. metadata.GetProperty("CloudWatchMetrics").EnumerateArray().SelectMany(directive => OfDirective(root, directive))];
    }

    private static IEnumerable<string> OfDirective(JsonElement root, JsonElement directive)
    {
        if (directive.GetProperty("Namespace").GetString() is not { Length: > 0 and <= 255 } space || space.StartsWith("AWS/", StringComparison.Ordinal))
        {
            yield return "no namespace of one's own";
        }

        var metrics = directive.GetProperty("Metrics").EnumerateArray().ToList();
        if (metrics.Count is 0 or > 100)
        {
            yield return "not 1 to 100 metrics";
        }

        var sets = directive.GetProperty("Dimensions").EnumerateArray().Select(set => set.EnumerateArray().Select(name => name.GetString()!).ToList()).ToList();
        foreach (var problem in sets.SelectMany(set => OfSet(root, set)).Concat(metrics.SelectMany(metric => OfMetric(root, metric))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> OfSet(JsonElement root, List<string> set)
    {
        if (set.Count > 30)
        {
            yield return "more than 30 dimensions";
        }

        foreach (var name in set.Where(name => !root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 and <= 1024 }))
        {
            yield return $"dimension {name} is no text of 1 to 1,024 characters at the root";
        }
    }

    private static IEnumerable<string> OfMetric(JsonElement root, JsonElement metric)
    {
        var name = metric.GetProperty("Name").GetString()!;
        if (metric.TryGetProperty("Unit", out var unit) && !Units.Contains(unit.GetString()))
        {
            yield return $"{name}: {unit} is no unit";
        }

        if (!root.TryGetProperty(name, out var value) || !(value.ValueKind == JsonValueKind.Number || IsSeries(value)))
        {
            yield return $"metric {name} is no number, nor up to 100, at the root";
        }
    }

    private static bool IsSeries(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and <= 100 && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number);
}
