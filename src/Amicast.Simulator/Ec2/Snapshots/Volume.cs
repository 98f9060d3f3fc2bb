using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>An EBS volume.</summary>
internal sealed class Volume : Resource
{
    internal required int SizeGiB { get; init; }

    internal required string VolumeType { get; init; }

    internal required string Zone { get; init; }

    internal required KmsKey? Key { get; init; }

    internal string? SnapshotId { get; init; }

    /// <summary>Until then it is being created.</summary>
    internal DateTimeOffset AvailableAt { get; init; }

    /// <summary>Whether it ends in error instead: its key is out of reach, which EC2 finds out only while it creates it.</summary>
    internal bool IsLost { get; init; }

    internal Attachment? Attachment { get; set; }

    /// <summary>The latest snapshots made of it, in the order of their creation.</summary>
    internal List<Snapshot> Snapshots { get; } = [];

    /// <summary>From when it is attached no more.</summary>
    internal DateTimeOffset DetachedAt { get; set; } = DateTimeOffset.MaxValue;

    internal override string ResourceType => "volume";

    internal Attachment? AttachmentAt(DateTimeOffset now) => now < DetachedAt ? Attachment : null;

    internal string StatusAt(DateTimeOffset now) => (AttachmentAt(now) is null, now < AvailableAt) switch
    {
        (false, _) => "in-use",
        (true, true) => "creating",
        (true, false) => IsLost ? "error" : "available",
    };
}

/// <summary>Where a volume is attached.</summary>
internal sealed record Attachment(string InstanceId, string Device, DateTimeOffset AttachedAt, bool DeleteOnTermination);
