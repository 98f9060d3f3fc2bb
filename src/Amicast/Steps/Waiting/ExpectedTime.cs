using Amazon.EC2.Model;

namespace Amicast.Steps.Waiting;

/// <summary>How long an image may take, as a first guess while no progress is shown.</summary>
/// <remarks>
/// Four seconds a GiB of the largest volume, half of the throughput that EBS publishes for a snapshot (500 MiB/s): the volumes of an image go
/// side by side. Of a time-based copy, the time given. It is often too long, where only changes are carried: nothing
/// but the first silence rests on it.
/// </remarks>
internal static class ExpectedTime
{
    private const int SecondsPerGiB = 4;

    /// <summary>In seconds; none where EC2 does not show the volumes yet.</summary>
    internal static int? Of(Image image) =>
        image.BlockDeviceMappings?.Max(mapping => mapping.Ebs?.VolumeSize) is { } largestGiB ? largestGiB * SecondsPerGiB : null;

    /// <summary>In seconds, of a copy that is to be completed within so many minutes.</summary>
    internal static int OfCopyWithin(int minutes) => (int)TimeSpan.FromMinutes(minutes).TotalSeconds;
}
