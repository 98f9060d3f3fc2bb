using Amicast.Reports;

namespace Amicast.Steps.Waiting;

/// <summary>How long to wait before the next look at an image, from how its progress moved so far.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>it moves evenly</term><description>three quarters of the estimated rest, so that looks come closer as the end does; at most three quarters of the time it was seen to move so</description></item>
/// <item><term>it moves, not as the looks before let expect</term><description>the same, at most two minutes</description></item>
/// <item><term>it stands still</term><description>as long as it has stood still, at most two minutes</description></item>
/// <item><term>none is shown yet</term><description>a look after a while, one when a third of the expected time is over, then every two minutes</description></item>
/// </list>
/// Two minutes are what an end that nothing announces may go unnoticed. What takes more than an hour is looked at more seldom where it stands
/// still: after a twentieth of its time beyond the hour, or a fifth of the standstill's. So looks grow with the logarithm of the time, and a
/// history does not overflow. <c>docs/decisions.md</c> has the reasons.
/// </remarks>
internal static class ProgressWait
{
    // Progress comes in whole percents: when an end is near it is known to a hundredth of the time that has passed, and no better.
    private const double Grain = 0.01;
    private const double Shortest = 3;
    private const double LongestOfTheShort = 25;

    // Two minutes, less what a look itself takes.
    private const double Unannounced = 117;
    private const double ShareOfEstimate = 0.75;
    private const double ShareOfEven = 0.75;
    private const double Patience = 3600;
    private const double ShareOfLongStandstill = 0.2;
    private const double ShareOfLongWork = 0.05;
    private const double ShortestFirst = 30;
    private const double FirstShareOfExpected = 0.25;
    private const double SilentShareOfExpected = 0.35;
    private const double LongestSilence = 1200;

    /// <summary>Seconds until the first look at an image that was just asked for.</summary>
    /// <param name="expected">How long it may take, in seconds, where that is known.</param>
    internal static int First(int? expected) => (int)Math.Clamp((expected ?? 0) * FirstShareOfExpected, ShortestFirst, Unannounced);

    /// <summary>The record after a look, with the seconds until the next one.</summary>
    /// <param name="seen">The image as it was before, and its state now.</param>
    /// <param name="percent">How far it is; absent where EC2 does not say.</param>
    /// <param name="now">When it was looked at.</param>
    internal static ImageRecord After(ImageRecord seen, double? percent, DateTimeOffset now)
    {
        var progress = percent ?? seen.Progress;
        var moved = (progress ?? 0) > 0 && progress != seen.Progress;
        var after = seen with
        {
            Progress = progress,
            MovedAt = moved ? now : seen.MovedAt,
            Pace = Paces.Next(seen, progress ?? 0, now),
        };
        return after with { WaitSeconds = (int)Math.Round(Seconds(seen, after, moved, now)) };
    }

    private static double Seconds(ImageRecord before, ImageRecord after, bool moved, DateTimeOffset now)
    {
        var passed = (now - after.AskedAt).TotalSeconds;
        return after.Progress is not > 0 ? WhileNoneIsShown(passed, after.ExpectedSeconds)
            : moved && Paces.Remaining(before, after, now) is { } remaining ? WhileItMoves(passed, remaining, after.Pace!.IsEven ? (now - after.Pace.Since).TotalSeconds : 0)
            : WhileItStands(passed, (now - after.MovedAt).TotalSeconds);
    }

    private static double WhileItMoves(double passed, double remaining, double even) =>
        Math.Clamp(remaining * ShareOfEstimate, Least(passed), Math.Max(Most(0, passed), even * ShareOfEven));

    private static double WhileItStands(double passed, double since) => Math.Clamp(since, Least(passed), Most(since, passed));

    private static double WhileNoneIsShown(double passed, int? expected)
    {
        var silent = Math.Min((expected ?? 0) * SilentShareOfExpected, LongestSilence) - passed;
        return passed < First(expected) ? First(expected) : silent > Unannounced ? silent : Math.Clamp(passed, ShortestFirst, Most(passed, passed));
    }

    private static double Least(double passed) => Math.Clamp(passed * Grain, Shortest, LongestOfTheShort);

    private static double Most(double since, double passed) =>
        Math.Max(Unannounced, Math.Max((since - Patience) * ShareOfLongStandstill, (passed - Patience) * ShareOfLongWork));
}
