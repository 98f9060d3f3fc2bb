using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Account;

/// <summary>Reads the limits of an account document.</summary>
internal static class LimitsReader
{
    private const int Most = 1_000_000;

    internal static LimitsDocument Read(DocumentObject limits)
    {
        var standard = new LimitsDocument();
        var seen = new HashSet<string>();
        return new()
        {
            RequestThrottling = limits.Flag("requestThrottling") ?? standard.RequestThrottling,
            RequestRates = limits.Objects("requestRates", rate => ReadRate(rate, seen)),
            ConcurrentSnapshotCopies = limits.Whole("concurrentSnapshotCopies", 1, Most) ?? standard.ConcurrentSnapshotCopies,
            SecondsBetweenSnapshots = limits.Whole("secondsBetweenSnapshots", 0, Most) ?? standard.SecondsBetweenSnapshots,
            ConcurrentSnapshotsPerVolume = limits.Whole("concurrentSnapshotsPerVolume", 1, Most) ?? standard.ConcurrentSnapshotsPerVolume,
            ConcurrentSnapshotsPerHddVolume = limits.Whole("concurrentSnapshotsPerHddVolume", 1, Most) ?? standard.ConcurrentSnapshotsPerHddVolume,
            LaunchPermissions = limits.Whole("launchPermissions", 1, Most) ?? standard.LaunchPermissions,
            PublicImages = limits.Whole("publicImages", 0, Most) ?? standard.PublicImages,
        };
    }

    private static RequestRateDocument ReadRate(DocumentObject rate, HashSet<string> seen)
    {
        var operation = rate.RequiredText("operation", Operations.ByName.ContainsKey, "an EC2 operation that the simulated account has");
        return new(
            operation.Once(rate, "operation", seen),
            rate.Whole("bucket", 1, Most) ?? Most,
            rate.Number("refillPerSecond", 0, Most) ?? Most);
    }
}
