namespace Amicast.Cli.Views;

/// <summary>How durations are written: <c>01:23:45</c>, hours growing past 24.</summary>
internal static class Elapsed
{
    internal static string Of(TimeSpan time) => $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}";
}
