using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>How long the copy of a snapshot takes.</summary>
internal static class CopyDuration
{
    /// <param name="key">The key of the copy.</param>
    /// <param name="completion">Within which a time-based copy is to be completed.</param>
    internal static TimeSpan Draw(Call call, Snapshot source, Region from, KmsKey? key, TimeSpan? completion)
    {
        var durations = call.Account.Durations;
        return completion is { } within
            ? durations.CopyWithin(within)
            : durations.Copy(source.SizeGiB, from.Name, call.Region.Name, call.Region.Lineages.Has(source.Lineage, key, call.Now));
    }
}
