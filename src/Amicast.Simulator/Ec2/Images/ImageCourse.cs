using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Faults;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>How an image and its snapshots will go, drawn once when the image is made.</summary>
/// <param name="AvailableAt">When the image is available, if nothing happens: after the last of its snapshots.</param>
/// <param name="Mishap">What happens to the image and to its snapshots.</param>
/// <param name="Snapshots">The course of each snapshot.</param>
internal sealed record ImageCourse(DateTimeOffset AvailableAt, Mishap? Mishap, IReadOnlyList<SnapshotCourse> Snapshots)
{
    private bool ShowsSnapshotsLate { get; init; }

    /// <summary>From when the image shows the ids of its snapshots.</summary>
    internal DateTimeOffset SnapshotsShownAt(DateTimeOffset usually) => ShowsSnapshotsLate ? AvailableAt : usually;

    /// <param name="durations">How long each snapshot takes.</param>
    /// <param name="failure">Why the image fails, if a fault strikes it.</param>
    /// <param name="isDoomed">Whether it fails even without a fault.</param>
    internal static ImageCourse Draw(Call call, IReadOnlyList<TimeSpan> durations, StateReason failure, bool isDoomed)
    {
        var (draw, hindrance) = (call.Account.Durations, Hindrance.Of(call));
        var lengths = durations.Select(hindrance.Lengthen).ToList();
        var ready = call.Now + lengths.DefaultIfEmpty(TimeSpan.Zero).Max();
        var midway = call.Now + (ready - call.Now) * draw.Fraction();
        var (mishap, ofLongest, ofOthers) = Mishaps(call, midway, failure, isDoomed);
        var longest = lengths.IndexOf(lengths.DefaultIfEmpty().Max());
        return new(
            ready + draw.Registration(),
            mishap,
            [.. lengths.Select((length, i) => new SnapshotCourse(call.Now, call.Now + length, draw.Pace(), i == longest ? ofLongest : ofOthers)
            {
                Stall = hindrance.Stall,
                ShownBeforeLeap = hindrance.ShownBeforeLeap,
            })])
        {
            ShowsSnapshotsLate = call.Strikes(FaultKind.SnapshotsShownLate),
        };
    }

    /// <summary>What happens to the image, to the snapshot that takes longest, and to the others.</summary>
    private static (Mishap? Image, Mishap? Longest, Mishap? Others) Mishaps(Call call, DateTimeOffset midway, StateReason failure, bool isDoomed)
    {
        if (isDoomed || call.Strikes(FaultKind.ImageFails))
        {
            var fails = new Mishap(midway, failure);
            return (fails, fails, fails);
        }

        if (call.Strikes(FaultKind.SnapshotFails))
        {
            return (new(midway, failure), new(midway, SnapshotErrors.Failed), null);
        }

        var stays = call.Strikes(FaultKind.NeverCompletes) ? new Mishap(midway, null) : null;
        return (stays, stays, stays);
    }
}
