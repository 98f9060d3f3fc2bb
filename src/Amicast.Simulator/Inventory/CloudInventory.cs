namespace Amicast.Simulator.Inventory;

/// <summary>What an account owns at one moment. Images of others are not in it.</summary>
/// <param name="At">The moment.</param>
/// <param name="Regions">By name.</param>
public sealed record CloudInventory(DateTimeOffset At, IReadOnlyDictionary<string, RegionInventory> Regions);

/// <summary>What an account owns in one Region, each list in the order of creation.</summary>
public sealed record RegionInventory(
    string Name,
    IReadOnlyList<InventoryImage> Images,
    IReadOnlyList<InventorySnapshot> Snapshots,
    IReadOnlyList<InventoryInstance> Instances,
    IReadOnlyList<InventoryVolume> Volumes,
    IReadOnlyList<InventoryTemplate> LaunchTemplates)
{
    /// <summary>The parameters of the Parameter Store, in alphabetical order.</summary>
    public IReadOnlyList<InventoryParameter> Parameters { get; init; } = [];
}

/// <summary>An image that is registered, in whatever state.</summary>
/// <param name="State">pending, available or failed.</param>
/// <param name="StateReason">The message, of a failed one.</param>
/// <param name="LaunchPermissions">Account ids, ARNs, or <c>all</c>, in the order in which they were given.</param>
public sealed record InventoryImage(
    string Id,
    string Name,
    string State,
    string? StateReason,
    string? Description,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> LaunchPermissions,
    IReadOnlyList<string> SnapshotIds);

/// <summary>A snapshot.</summary>
/// <param name="State">pending, completed or error.</param>
/// <param name="Progress">Such as <c>80%</c>; empty at the very start.</param>
/// <param name="CreateVolumePermissions">Account ids, or <c>all</c>.</param>
public sealed record InventorySnapshot(
    string Id,
    string State,
    string Progress,
    string VolumeId,
    int SizeGiB,
    string? KmsKeyId,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> CreateVolumePermissions);

/// <summary>An instance, until an hour after its termination.</summary>
/// <param name="State">pending, running, stopping, stopped, shutting-down or terminated.</param>
/// <param name="InstanceStatus">The instance status check: ok, initializing, impaired or not-applicable.</param>
/// <param name="SystemStatus">The system status check.</param>
/// <param name="LaunchTemplateId">The template it was launched from, if one.</param>
/// <param name="LaunchTemplateVersion">That template's version.</param>
public sealed record InventoryInstance(
    string Id,
    string State,
    string? StateReason,
    string? ImageId,
    string InstanceType,
    string InstanceStatus,
    string SystemStatus,
    string? LaunchTemplateId,
    long? LaunchTemplateVersion,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> VolumeIds);

/// <summary>A volume.</summary>
public sealed record InventoryVolume(
    string Id, string State, int SizeGiB, string? SnapshotId, string? InstanceId, string? KmsKeyId, IReadOnlyDictionary<string, string> Tags);

/// <summary>A launch template; the image of each version stands at the version's number less one.</summary>
public sealed record InventoryTemplate(string Id, string Name, long DefaultVersion, long LatestVersion, IReadOnlyList<string?> VersionImageIds)
{
    /// <summary>What the makers of its versions say of them, in the order of <see cref="VersionImageIds"/>.</summary>
    public IReadOnlyList<string?> VersionDescriptions { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>A parameter: its version that stands.</summary>
public sealed record InventoryParameter(string Name, string Value, long Version, string DataType, string? Description, IReadOnlyDictionary<string, string> Tags);
