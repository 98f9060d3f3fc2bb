using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>The latest snapshot of each lineage under each key, in one Region of one account: the next one holds only what changed since.</summary>
/// <remarks>
/// A copy is incremental while the most recent one under the same key is there and completed; else it is full.
/// Source: EBS User Guide, "Copy an Amazon EBS snapshot", incremental snapshot copies. A choice: while that one is pending, or after it failed, it is full.
/// </remarks>
internal sealed class Lineages
{
    private readonly Dictionary<(string Lineage, string? KeyArn), Snapshot> _latest = [];

    internal bool Has(string lineage, KmsKey? key, DateTimeOffset now) =>
        _latest.TryGetValue((lineage, key?.Arn), out var latest) && latest.Exists(now) && latest.Course.StatusAt(now) == Snapshot.Completed;

    internal void Remember(Snapshot snapshot) => _latest[(snapshot.Lineage, snapshot.Key?.Arn)] = snapshot;
}
