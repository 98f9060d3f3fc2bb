using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>How a snapshot goes from pending to its end, computed from the clock.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it is completed, if nothing happens to it.</param>
/// <param name="Pace">How unevenly its progress rises: 1 is evenly, below 1 fast at first.</param>
/// <param name="Mishap">What happens to it.</param>
internal sealed record SnapshotCourse(DateTimeOffset Start, DateTimeOffset End, double Pace, Mishap? Mishap = null)
{
    /// <summary>How much of the time is gone when progress leaps, where it does.</summary>
    private const double Leap = 0.95;

    /// <summary>How long its progress stands still, half way through; <see cref="End"/> has it in.</summary>
    internal TimeSpan Stall { get; init; }

    /// <summary>The percentage that is shown until progress leaps, if it does.</summary>
    internal int? ShownBeforeLeap { get; init; }

    /// <summary>The course of a snapshot that has been completed all along.</summary>
    internal static SnapshotCourse CompletedAt(DateTimeOffset moment) => new(moment, moment, 1);

    /// <summary>The course of a snapshot that no image waits for.</summary>
    /// <param name="failure">Why it fails even without a fault, if it does.</param>
    internal static SnapshotCourse Draw(Call call, TimeSpan duration, StateReason? failure = null)
    {
        var (draw, hindrance) = (call.Account.Durations, Hindrance.Of(call));
        duration = hindrance.Lengthen(duration);
        var (midway, pace) = (call.Now + duration * draw.Fraction(), draw.Pace());
        Mishap? mishap = null;
        if (failure is not null || call.Strikes(FaultKind.SnapshotFails))
        {
            mishap = new(midway, failure ?? SnapshotErrors.Failed);
        }
        else if (call.Strikes(FaultKind.NeverCompletes))
        {
            mishap = new(midway, null);
        }

        return new(call.Now, call.Now + duration, pace, mishap) { Stall = hindrance.Stall, ShownBeforeLeap = hindrance.ShownBeforeLeap };
    }

    /// <summary>From when it is no longer pending.</summary>
    internal DateTimeOffset RunsUntil => Mishap switch
    {
        null => End,
        { Reason: not null } => Mishap.At,
        _ => DateTimeOffset.MaxValue,
    };

    internal string StatusAt(DateTimeOffset now) => Mishap switch
    {
        null => now >= End ? Snapshot.Completed : Snapshot.Pending,
        { Reason: not null } => now >= Mishap.At ? Snapshot.Error : Snapshot.Pending,
        _ => Snapshot.Pending,
    };

    /// <summary>As EC2 shows it, <c>80%</c>; at the very start there is none.</summary>
    internal string ProgressAt(DateTimeOffset now)
    {
        var until = now > Mishap?.At ? Mishap.At : now;
        if (until >= End)
        {
            // What will not complete stops short of it.
            return Mishap is null ? "100%" : "99%";
        }

        var percent = (int)(100 * Math.Pow(Worked(until - Start) / Worked(End - Start), Pace));
        if (until - Start < (End - Start) * Leap)
        {
            percent = ShownBeforeLeap ?? percent;
        }

        return percent < 1 ? "" : $"{Math.Min(percent, 99)}%";
    }

    /// <summary>How much of the time was worked, and not stood still.</summary>
    private TimeSpan Worked(TimeSpan time)
    {
        var half = (End - Start - Stall) / 2;
        return time < half ? time : half + TimeSpan.FromTicks(Math.Max(0, (time - half - Stall).Ticks));
    }
}
