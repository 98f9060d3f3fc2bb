namespace Amicast.Steps;

/// <summary>How long to wait before the next look at something that takes its time, from how it moved so far.</summary>
/// <remarks>
/// While progress moves, the rest is estimated from the speed so far and most of it is waited for, so that looks come closer as the end does.
/// While it stands still (not shown yet, stalled, or at 100 % with the image not available yet), the wait grows with the time that it has stood still.
/// </remarks>
internal static class ProgressWait
{
    private const double Shortest = 5;
    private const double Longest = 300;
    private const double ShortestStill = 20;
    private const double LongestStill = 110;

    // Less than the whole estimate, because progress comes in whole percents and is late.
    private const double ShareOfEstimate = 0.8;
    private const double ShareOfStandstill = 0.4;

    /// <summary>Seconds until the next look at something whose progress has moved since the look before.</summary>
    /// <param name="passed">Since the work was asked for.</param>
    /// <param name="percent">How far it is: above 0, below 100.</param>
    internal static int Moving(TimeSpan passed, double percent) =>
        (int)Math.Round(Math.Clamp(passed.TotalSeconds * (100 - percent) / percent * ShareOfEstimate, Shortest, Longest));

    /// <summary>Seconds until the next look at something whose progress stands still, or that shows none.</summary>
    /// <param name="since">How long it has stood still, or since it was asked for.</param>
    internal static int Standing(TimeSpan since) =>
        (int)Math.Round(Math.Clamp(since.TotalSeconds * ShareOfStandstill, ShortestStill, LongestStill));
}
