namespace Amicast.Simulator.Account;

/// <summary>A launch template that is there from the beginning.</summary>
/// <param name="LaunchTemplateId"><c>lt-</c> and 17 hexadecimal digits.</param>
/// <param name="Name">Each once in a Region.</param>
/// <param name="DefaultVersion">Default: 1.</param>
/// <param name="Versions">At least one, in ascending order.</param>
public sealed record LaunchTemplateDocument(
    string LaunchTemplateId,
    string Name,
    int DefaultVersion,
    IReadOnlyList<LaunchTemplateVersionDocument> Versions,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>When it was made; default: when the world begins.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The number of the next version: numbers of deleted versions are not given again. Default: one more than the last.</summary>
    public int? NextVersionNumber { get; init; }
}

/// <summary>One version of a launch template. As on EC2, its values are checked only when something is launched.</summary>
/// <param name="Tags">Of the instances that are launched from it.</param>
public sealed record LaunchTemplateVersionDocument(
    string? Description,
    string? ImageId,
    string? InstanceType,
    string? KeyName,
    IReadOnlyList<string> SecurityGroupIds,
    string? SubnetId,
    string? IamInstanceProfile,
    string? UserData,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Default: one more than the version before; the first is 1.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>When it was made; default: when the world begins.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Groups by name.</summary>
    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    /// <summary>The instance profile by its ARN; <see cref="IamInstanceProfile"/> is by its name.</summary>
    public string? IamInstanceProfileArn { get; init; }

    /// <summary>Where it is to be placed.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>As the template says it.</summary>
    public string? Tenancy { get; init; }

    /// <summary>As the template says it.</summary>
    public bool? EbsOptimized { get; init; }

    /// <summary>As the template says it.</summary>
    public bool? Monitoring { get; init; }

    /// <summary>As the template says it.</summary>
    public bool? DisableApiTermination { get; init; }

    /// <summary>stop or terminate.</summary>
    public string? InstanceInitiatedShutdownBehavior { get; init; }

    /// <summary>spot, or none.</summary>
    public string? MarketType { get; init; }

    /// <summary>As the template says them.</summary>
    public MetadataOptionsDocument? MetadataOptions { get; init; }

    /// <summary>What is to be other than the image's devices.</summary>
    public IReadOnlyList<BlockDeviceMappingDocument> BlockDeviceMappings { get; init; } = [];

    /// <summary>The network interfaces to make.</summary>
    public IReadOnlyList<NetworkInterfaceDocument> NetworkInterfaces { get; init; } = [];

    /// <summary>Of the volumes that are made.</summary>
    public IReadOnlyDictionary<string, string> VolumeTags { get; init; } = new Dictionary<string, string>();
}

/// <summary>An entry of a template's block device mapping; what is null is not said.</summary>
/// <param name="Device">Such as <c>/dev/xvda</c>.</param>
/// <param name="NoDevice">Whether the image's device is not to be there.</param>
public sealed record BlockDeviceMappingDocument(
    string Device,
    bool NoDevice,
    string? SnapshotId,
    int? SizeGiB,
    string? VolumeType,
    bool? DeleteOnTermination,
    bool? Encrypted,
    string? KmsKeyId,
    int? Iops,
    int? Throughput);

/// <summary>A network interface of a template; what is null is not said.</summary>
public sealed record NetworkInterfaceDocument(
    int DeviceIndex, string? SubnetId, IReadOnlyList<string> SecurityGroupIds, bool? AssociatePublicIpAddress, bool? DeleteOnTermination);

/// <summary>The options of the instance metadata service; what is null is not said.</summary>
public sealed record MetadataOptionsDocument(string? HttpTokens, string? HttpEndpoint, int? HttpPutResponseHopLimit);
