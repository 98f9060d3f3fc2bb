using System.Globalization;

namespace Amicast.StatesLanguage.History;

/// <summary>Timestamps of the JSON 1.0 protocol: seconds since 1970 as a number, to the millisecond.</summary>
internal static class EpochSeconds
{
    public static string ToText(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
