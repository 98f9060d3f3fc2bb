using Amicast.Reports;

namespace Amicast.Steps.Waiting;

/// <summary>How fast progress moves, and whether it moves evenly, so that an estimate can rest on it.</summary>
/// <remarks>
/// It is measured from the moment from which on every look found about what the looks before it let expect. A look that finds something else
/// (progress that began late, jumped, stood still or changed its speed) makes the look before it that moment.
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
        var (pace, last) = (before.Pace ?? new ProgressPace(before.AskedAt, 0, before.AskedAt, IsEven: false), before.Progress ?? 0);
        if (percent < last)
        {
            return new ProgressPace(now, percent, now, IsEven: false);
        }

        return percent == last ? pace with { SeenAt = now }
            : IsAsExpected(pace, last, percent, now) is { } isEven ? pace with { SeenAt = now, IsEven = isEven }
            : new ProgressPace(pace.SeenAt, last, now, IsEven: false);
    }

    /// <summary>Seconds until the end at this pace; none where no pace is known, or nothing of the work is left.</summary>
    internal static double? Remaining(ImageRecord seen, DateTimeOffset now) =>
        seen is { Pace: { } pace, Progress: < 100 } && seen.Progress > pace.From
            ? (100 - seen.Progress) * (now - pace.Since).TotalSeconds / (seen.Progress - pace.From)
            : null;

    /// <summary>Whether the pace goes on: as expected, or (<see langword="false"/>) with nothing to expect yet; <see langword="null"/>: it does not.</summary>
    private static bool? IsAsExpected(ProgressPace pace, double last, double percent, DateTimeOffset now)
    {
        var (until, passed) = ((pace.SeenAt - pace.Since).TotalSeconds, (now - pace.Since).TotalSeconds);
        if (last <= pace.From)
        {
            return until <= passed * Beginning ? false : null;
        }

        var stretch = passed / until;
        var expected = pace.From + (last - pace.From) * stretch;
        return Math.Abs(percent - expected) <= 1 + stretch + (percent - pace.From) * Tolerance ? true : null;
    }
}
