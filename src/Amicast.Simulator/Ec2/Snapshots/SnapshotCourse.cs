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
    /// <summary>The course of a snapshot that has been completed all along.</summary>
    internal static SnapshotCourse CompletedAt(DateTimeOffset moment) => new(moment, moment, 1);

    /// <summary>The course of a snapshot that no image waits for.</summary>
    /// <param name="failure">Why it fails even without a fault, if it does.</param>
    internal static SnapshotCourse Draw(Call call, TimeSpan duration, StateReason? failure = null)
    {
        var draw = call.Account.Durations;
        var (midway, pace) = (call.Now + duration * draw.Fraction(), draw.Pace());
        Mishap? mishap = null;
        if (failure is not null || call.Strikes(FaultKind.ImageFails))
        {
            mishap = new(midway, failure ?? SnapshotErrors.Failed);
        }
        else if (call.Strikes(FaultKind.NeverCompletes))
        {
            mishap = new(midway, null);
        }

        return new(call.Now, call.Now + duration, pace, mishap);
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
            return "100%";
        }

        var percent = (int)(100 * Math.Pow((until - Start) / (End - Start), Pace));
        return percent < 1 ? "" : $"{Math.Min(percent, 99)}%";
    }
}
