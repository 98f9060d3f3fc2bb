using Amicast.Requests;

namespace Amicast.Plans.Previews;

/// <summary>Estimates a run from the source's volume sizes.</summary>
/// <remarks>
/// EC2 publishes a throughput for time-based copies alone: 500 MiB/s a snapshot, 2,000 MiB/s a pair of Regions. It is taken as the fastest that
/// anything goes. People report 1 to 10 minutes for an image and 9 to 30 for a copy of tens of GiB, more for more: the longest grows with the
/// largest volume beyond 100 GiB. Status checks take two to five minutes. Regions are worked on at the same time.
/// </remarks>
internal static class Estimating
{
    private const double SnapshotMiBPerSecond = 500;
    private const double PairMiBPerSecond = 2_000;
    private const double ReportedForGiB = 100;
    private static readonly (double Least, double Most) Create = (1, 10);
    private static readonly (double Least, double Most) Copy = (9, 30);
    private static readonly (double Least, double Most) Boot = (0, 1);
    private static readonly (double Least, double Most) StatusChecks = (2, 5);

    internal static PlanEstimate Of(Plan plan, IReadOnlyList<int> sizesGiB)
    {
        var copies = plan.Destinations.Count(d => d.Image is not null);
        var images = copies + (plan.Image is null ? 0 : 1);
        var (total, largest) = (sizesGiB.Sum(), sizesGiB.DefaultIfEmpty(0).Max());
        var create = plan.Image is null ? (Least: 0, Most: 0) : Scaled(Create, total, largest);
        var copy = copies == 0 ? (Least: 0, Most: 0) : Scaled(Copy, total, largest);
        var launch = plan.Destinations.Select(d => Verified(plan, d)).DefaultIfEmpty().MaxBy(time => time.Most);
        int? Times(int number) => sizesGiB.Count == 0 ? null : total * number;
        return new PlanEstimate(
            (int)Math.Ceiling(create.Least + copy.Least + launch.Least),
            (int)Math.Ceiling(create.Most + copy.Most + launch.Most),
            Times(1),
            Times(images),
            Times(copies),
            Basis(sizesGiB.Count > 0, images > 0));
    }

    private static (double Least, double Most) Scaled((double Least, double Most) reported, int totalGiB, int largestGiB)
    {
        var fastest = Math.Max(largestGiB / SnapshotMiBPerSecond, totalGiB / PairMiBPerSecond) * 1024 / 60;
        return (Math.Max(reported.Least, fastest), reported.Most * Math.Max(1, largestGiB / ReportedForGiB));
    }

    private static (double Least, double Most) Verified(Plan plan, PlannedDestination destination) =>
        !destination.Launches ? (0, 0) : (destination.Launch ?? plan.Launch)?.Verify switch
        {
            Verification.StatusOk => StatusChecks,
            Verification.Running => Boot,
            _ => (0, 0),
        };

    private static List<string> Basis(bool sizesAreKnown, bool makesImages)
    {
        var basis = new List<string>
        {
            "EC2 promises no times. People report 1 to 10 minutes for an image and 9 to 30 for a copy, and more for volumes above 100 GiB.",
            "Nothing is taken to go faster than the 500 MiB/s a snapshot that EBS publishes.",
        };
        if (makesImages)
        {
            basis.Add(sizesAreKnown
                ? "Sizes are those of the volumes: snapshots store only the blocks that were written, and later ones only what changed."
                : "The sizes of the volumes are not known.");
        }

        return basis;
    }
}
