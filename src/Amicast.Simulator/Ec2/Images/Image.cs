using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>An Amazon Machine Image.</summary>
internal sealed class Image : Resource
{
    internal const string Pending = "pending";
    internal const string Available = "available";
    internal const string Failed = "failed";
    internal const string Disabled = "disabled";

    internal required string Name { get; init; }

    internal required string Architecture { get; init; }

    internal required string RootDeviceName { get; init; }

    internal required IReadOnlyList<ImageDevice> Devices { get; init; }

    /// <summary>When it is available, if nothing happens to it.</summary>
    internal required DateTimeOffset AvailableAt { get; init; }

    /// <summary>Why it will fail, or that it never gets available.</summary>
    internal Mishap? Mishap { get; init; }

    /// <summary>From when its devices show their snapshots.</summary>
    internal DateTimeOffset SnapshotsShownAt { get; init; }

    internal string? Description { get; set; }

    internal string? ImdsSupport { get; set; }

    internal bool IsDisabled { get; set; }

    /// <summary>From when it is deprecated.</summary>
    internal DateTimeOffset? DeprecatedAt { get; set; }

    internal DeregistrationProtection Protection { get; set; } = DeregistrationProtection.None;

    /// <summary>Of what the AWS Marketplace sells.</summary>
    internal IReadOnlyList<string> ProductCodes { get; init; } = [];

    internal string? SourceInstanceId { get; init; }

    internal string? SourceImageId { get; init; }

    internal string? SourceImageRegion { get; init; }

    /// <summary>Who may launch it, beside its owner.</summary>
    internal List<Permission> Permissions { get; init; } = [];

    internal override string ResourceType => "image";

    internal bool IsPublic => Permissions.Contains(Permission.Public);

    internal string StateAt(DateTimeOffset now) => Mishap switch
    {
        null when now >= AvailableAt => IsDisabled ? Disabled : Available,
        null => Pending,
        { Reason: not null } => now >= Mishap.At ? Failed : Pending,
        _ => Pending,
    };

    internal StateReason? StateReasonAt(DateTimeOffset now) => StateAt(now) == Failed ? Mishap?.Reason : null;

    internal bool IsVisibleTo(Principal principal) =>
        OwnerId == principal.AccountId || Permissions.Exists(permission => permission.Reaches(principal));
}

/// <summary>One entry of an image's block device mapping.</summary>
internal sealed record ImageDevice(string DeviceName, Snapshot Snapshot, string VolumeType, bool DeleteOnTermination);
