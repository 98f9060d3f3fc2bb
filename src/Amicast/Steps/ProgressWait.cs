namespace Amicast.Steps;

/// <summary>How long to wait before the next look at something that takes its time, from how it moved so far.</summary>
/// <remarks>
/// With progress, the rest is estimated from the speed so far and most of it is waited for, so that looks come closer as the end does.
/// Without, or when progress stands still near the end, the wait grows slowly with the time that has passed already.
/// </remarks>
internal static class ProgressWait
{
    private const double Shortest = 5;
    private const double Longest = 300;
    private const double LongestBlind = 110;

    // Waiting for a little more than the estimate ends most looks after the last percent; less would add looks near the end.
    private const double ShareOfEstimate = 0.8;

    // Blind, each wait is this part of the time passed so far.
    private const double ShareOfPassed = 0.125;

    /// <summary>Seconds until the next look.</summary>
    /// <param name="passed">Since the work was asked for.</param>
    /// <param name="percent">How far it is, if it says so.</param>
    /// <param name="percentBefore">How far it was at the look before, if it said so then.</param>
    internal static int Seconds(TimeSpan passed, double? percent, double? percentBefore)
    {
        var blind = Math.Clamp(passed.TotalSeconds * ShareOfPassed, 2 * Shortest, LongestBlind);
        var seconds = percent is > 0 and < 100 && percent != percentBefore
            ? Math.Clamp(passed.TotalSeconds * (100 - percent.Value) / percent.Value * ShareOfEstimate, Shortest, Longest)
            : blind;
        return (int)Math.Round(seconds);
    }
}
