using Amicast.Reports;

namespace Amicast.Steps.Waiting;

/// <summary>How fast progress moves, and whether it moves evenly, so that an estimate can rest on it.</summary>
/// <remarks>
/// It is measured from the moment from which on every look found about what the looks before it let expect. A look that finds something else
/// (progress that began late, jumped, stood still or changed its speed) is itself that moment.
/// </remarks>
internal static class Paces
{
    // Whole percents make a look wrong by one; what was expected is stretched by as much as the time since.
    private const double Tolerance = 0.2;

    // So little of the time before the first movement that it may as well have moved all along.
    private const double Beginning = 0.2;

    /// <summary>The pace after a look.</summary>
    /// <param name="before">The image as it was before.</param>
    /// <param name="percent">How far it is now.</param>
    /// <param name="now">When it was looked at.</param>
    internal static ProgressPace Next(ImageRecord before, double percent, DateTimeOffset now)
    {
        var (pace, last) = (Of(before), before.Progress ?? 0);
        var isEven = last <= pace.From ? IsBeginning(pace, last, percent, now) : IsAsExpected(pace, last, percent, now);
        return isEven is null ? new ProgressPace(now, percent, now, IsEven: false) : pace with { SeenAt = now, IsEven = isEven.Value };
    }

    /// <summary>Seconds until the end, by the faster of the pace so far and the movement since the last look; none where it does not move.</summary>
    /// <param name="before">The image as it was before.</param>
    /// <param name="after">The image as it is now.</param>
    /// <param name="now">When it was looked at.</param>
    internal static double? Remaining(ImageRecord before, ImageRecord after, DateTimeOffset now)
    {
        if (after is not { Pace: { } pace, Progress: { } percent and < 100 })
        {
            return null;
        }

        var speed = Math.Max(Speed(percent - pace.From, now - pace.Since), Speed(percent - (before.Progress ?? 0), now - Of(before).SeenAt));
        return speed > 0 ? (100 - percent) / speed : null;
    }

    private static ProgressPace Of(ImageRecord image) => image.Pace ?? new ProgressPace(image.AskedAt, 0, image.AskedAt, IsEven: false);

    private static double Speed(double percent, TimeSpan time) => time > TimeSpan.Zero ? percent / time.TotalSeconds : 0;

    // There is no pace yet to expect anything from.
    private static bool? IsBeginning(ProgressPace pace, double last, double percent, DateTimeOffset now) =>
        percent == last || pace.SeenAt - pace.Since <= (now - pace.Since) * Beginning ? false : null;

    private static bool? IsAsExpected(ProgressPace pace, double last, double percent, DateTimeOffset now)
    {
        var stretch = (now - pace.Since) / (pace.SeenAt - pace.Since);
        var expected = pace.From + (last - pace.From) * stretch;
        return percent >= last && Math.Abs(percent - expected) <= 1 + stretch + (percent - pace.From) * Tolerance ? true : null;
    }
}
