namespace Amicast.Simulator.Events;

/// <summary>The kinds of events that a simulated cloud publishes.</summary>
public static class DetailTypes
{
    /// <summary>An image became available, failed, was deregistered or disabled.</summary>
    public const string Image = "EC2 AMI State Change";

    /// <summary>A snapshot, or the copy of one, completed or failed.</summary>
    public const string Snapshot = "EBS Snapshot Notification";

    /// <summary>All snapshots of one CreateSnapshots completed, or one of them failed.</summary>
    public const string SnapshotSet = "EBS Multi-Volume Snapshots Completion Status";

    /// <summary>An instance came to another state.</summary>
    public const string Instance = "EC2 Instance State-change Notification";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Image, Snapshot, SnapshotSet, Instance];
}
