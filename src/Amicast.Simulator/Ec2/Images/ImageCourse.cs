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
    /// <param name="durations">How long each snapshot takes.</param>
    /// <param name="failure">Why the image fails, if a fault strikes it.</param>
    /// <param name="isDoomed">Whether it fails even without a fault.</param>
    internal static ImageCourse Draw(Call call, IReadOnlyList<TimeSpan> durations, StateReason failure, bool isDoomed)
    {
        var draw = call.Account.Durations;
        var ready = call.Now + durations.DefaultIfEmpty(TimeSpan.Zero).Max();
        var midway = call.Now + (ready - call.Now) * draw.Fraction();
        Mishap? mishap = null;
        if (isDoomed || call.Strikes(FaultKind.ImageFails))
        {
            mishap = new(midway, failure);
        }
        else if (call.Strikes(FaultKind.NeverCompletes))
        {
            mishap = new(midway, null);
        }

        return new(
            ready + draw.Registration(),
            mishap,
            [.. durations.Select(duration => new SnapshotCourse(call.Now, call.Now + duration, draw.Pace(), mishap))]);
    }
}
