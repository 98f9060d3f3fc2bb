namespace Amicast.Simulator.Account;

/// <summary>The limits and quotas of the account, those of AWS unless said otherwise. Each holds in each Region on its own.</summary>
public sealed record LimitsDocument
{
    /// <summary>Whether requests beyond EC2's token buckets are refused with RequestLimitExceeded. Default: yes.</summary>
    public bool RequestThrottling { get; init; } = true;

    /// <summary>Token buckets in place of EC2's own, by operation.</summary>
    public IReadOnlyList<RequestRateDocument> RequestRates { get; init; } = [];

    /// <summary>How many snapshot copies may run into a Region at a time. Default: 20.</summary>
    public int ConcurrentSnapshotCopies { get; init; } = 20;

    /// <summary>How many seconds after a snapshot of a volume the next one of it may be made. Default: 15.</summary>
    public int SecondsBetweenSnapshots { get; init; } = 15;

    /// <summary>How many snapshots of one SSD or magnetic volume may be in progress at a time. Default: 5.</summary>
    public int ConcurrentSnapshotsPerVolume { get; init; } = 5;

    /// <summary>How many snapshots of one st1 or sc1 volume may be in progress at a time. Default: 1.</summary>
    public int ConcurrentSnapshotsPerHddVolume { get; init; } = 1;

    /// <summary>How many accounts, organizations and units an image can be shared with; each counts as one. Default: 1,000.</summary>
    public int LaunchPermissions { get; init; } = 1000;

    /// <summary>How many public images there can be. Default: 5.</summary>
    public int PublicImages { get; init; } = 5;
}

/// <summary>The token bucket of one operation.</summary>
/// <param name="Operation">Its Action.</param>
/// <param name="Bucket">How many requests may come at once, at least 1.</param>
/// <param name="RefillPerSecond">How many more may come with every second.</param>
public sealed record RequestRateDocument(string Operation, int Bucket, double RefillPerSecond);
