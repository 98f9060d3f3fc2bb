namespace Amicast.Simulator.Account;

/// <summary>An image; unless something else is said it is available, with a completed snapshot for each of its devices.</summary>
/// <param name="ImageId"><c>ami-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="Name">3 to 128 characters of EC2's set.</param>
/// <param name="OwnerId">Default: this account. Images of others are seen if they are public or shared with this account.</param>
/// <param name="Architecture">x86_64 (default) or arm64.</param>
/// <param name="Devices">At least one; the first is the root device.</param>
/// <param name="LaunchPermissions">Account ids, organization ARNs, or <c>all</c>.</param>
public sealed record ImageDocument(
    string ImageId,
    string Name,
    string? Description,
    string? OwnerId,
    string Architecture,
    IReadOnlyList<ImageDeviceDocument> Devices,
    IReadOnlyList<string> LaunchPermissions,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Default: the first device.</summary>
    public string? RootDeviceName { get; init; }

    /// <summary>When it was made; default: when the world begins.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Until when it is pending; default: it is available.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>From when it shows the ids of its snapshots; default: it does.</summary>
    public DateTimeOffset? SnapshotsShownAt { get; init; }

    /// <summary>What happens to it before it is available; default: nothing.</summary>
    public MishapDocument? Mishap { get; init; }

    /// <summary>Whether it is disabled. Default: no.</summary>
    public bool Disabled { get; init; }

    /// <summary>From when it is deprecated.</summary>
    public DateTimeOffset? DeprecationTime { get; init; }

    /// <summary>v2.0, or none.</summary>
    public string? ImdsSupport { get; init; }

    /// <summary>disabled (default), enabled-without-cooldown or enabled-with-cooldown.</summary>
    public string DeregistrationProtection { get; init; } = "disabled";

    /// <summary>Until when the protection still holds, once it was switched off.</summary>
    public DateTimeOffset? DeregistrationProtectedUntil { get; init; }

    /// <summary>Of what the AWS Marketplace sells; such an image is not made public.</summary>
    public IReadOnlyList<string> ProductCodes { get; init; } = [];

    /// <summary>The instance that it was made of.</summary>
    public string? SourceInstanceId { get; init; }

    /// <summary>The image that it is a copy of.</summary>
    public string? SourceImageId { get; init; }

    /// <summary>That image's Region.</summary>
    public string? SourceImageRegion { get; init; }
}

/// <summary>One device of an image. Its snapshot is described here, or named by its id alone and described among its Region's snapshots.</summary>
/// <param name="SnapshotId">Default: one is made up.</param>
/// <param name="SizeGiB">1 to 65,536; none, where the Region's snapshots describe it.</param>
public sealed record ImageDeviceDocument(string Device, string? SnapshotId, int? SizeGiB, bool Encrypted, string? KmsKeyId)
{
    /// <summary>Of the volumes that are made from it. Default: gp3.</summary>
    public string VolumeType { get; init; } = "gp3";

    /// <summary>Whether those go with their instance. Default: yes.</summary>
    public bool DeleteOnTermination { get; init; } = true;
}
