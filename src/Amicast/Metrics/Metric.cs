using System.Text.Json;

namespace Amicast.Metrics;

/// <summary>A metric with its values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">CloudWatch's word for the unit: <c>Count</c>, <c>Seconds</c>.</param>
/// <param name="Values">One value, or up to 100 of the same moment.</param>
public sealed record Metric(string Name, string Unit, IReadOnlyList<double> Values)
{
    // The format takes no more of one metric in one document.
    private const int MostValues = 100;

    /// <summary>A metric that counts.</summary>
    public static Metric Count(string name, params IReadOnlyList<double> values) => new(name, "Count", values);

    internal void WriteValue(Utf8JsonWriter json)
    {
        if (Values is [var one])
        {
            json.WriteNumber(Name, one);
            return;
        }

        json.WriteStartArray(Name);
        foreach (var value in Values.Take(MostValues))
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
