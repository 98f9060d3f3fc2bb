using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>An EBS snapshot.</summary>
internal sealed class Snapshot : Resource
{
    internal const string Pending = "pending";
    internal const string Completed = "completed";
    internal const string Error = "error";

    /// <summary>What EC2 shows as the volume of a snapshot that was copied.</summary>
    internal const string NoVolume = "vol-ffffffff";

    internal required string VolumeId { get; init; }

    /// <summary>Whose data it holds: of its volume, or, of a copy, what its source holds. Copies of the same lineage hold only what changed.</summary>
    internal required string Lineage { get; init; }

    internal required int SizeGiB { get; init; }

    internal required string Description { get; init; }

    internal required KmsKey? Key { get; init; }

    internal required SnapshotCourse Course { get; init; }

    /// <summary>Of a copy: whether it holds only what changed since the last one.</summary>
    internal bool IsIncremental { get; init; }

    /// <summary>Of a time-based copy.</summary>
    internal int? CompletionDurationMinutes { get; init; }

    /// <summary>Who may make volumes from it, beside its owner.</summary>
    internal List<Permission> Permissions { get; init; } = [];

    /// <summary>The registered images that it belongs to.</summary>
    internal HashSet<string> ImageIds { get; } = [];

    /// <summary>Until when it still counts as in use, after its image was deregistered.</summary>
    internal DateTimeOffset InUseUntil { get; set; }

    internal override string ResourceType => "snapshot";

    internal bool IsInUse(DateTimeOffset now) => ImageIds.Count > 0 || now < InUseUntil;

    internal bool IsVisibleTo(string accountId) =>
        OwnerId == accountId || Permissions.Contains(Permission.Public) || Permissions.Contains(new(Permission.UserId, accountId));
}
