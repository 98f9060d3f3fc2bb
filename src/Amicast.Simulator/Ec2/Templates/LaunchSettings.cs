namespace Amicast.Simulator.Ec2.Templates;

/// <summary>How to launch an instance, as a launch template's data or a RunInstances request says it. What is null was not said.</summary>
internal sealed record LaunchSettings
{
    internal static LaunchSettings Empty { get; } = new();

    internal string? ImageId { get; init; }

    internal string? InstanceType { get; init; }

    internal string? KeyName { get; init; }

    internal IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    internal IReadOnlyList<string> SecurityGroups { get; init; } = [];

    internal IReadOnlyList<BlockDevice> BlockDevices { get; init; } = [];

    internal IReadOnlyList<NetworkInterface> NetworkInterfaces { get; init; } = [];

    internal string? SubnetId { get; init; }

    internal string? Zone { get; init; }

    internal string? Tenancy { get; init; }

    internal string? IamInstanceProfileArn { get; init; }

    internal string? IamInstanceProfileName { get; init; }

    internal string? UserData { get; init; }

    internal bool? EbsOptimized { get; init; }

    internal bool? Monitoring { get; init; }

    internal bool? DisableApiTermination { get; init; }

    internal string? ShutdownBehavior { get; init; }

    internal string? MarketType { get; init; }

    internal string? HttpTokens { get; init; }

    internal string? HttpEndpoint { get; init; }

    internal int? HttpPutResponseHopLimit { get; init; }

    /// <summary>By kind of resource, <c>instance</c> or <c>volume</c>.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tags { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>These settings where they say something, and <paramref name="template"/>'s where they do not.</summary>
    /// <remarks>Lists replace lists, but block devices are joined by device, and tags by kind and key.</remarks>
    internal LaunchSettings Over(LaunchSettings template)
    {
        var groups = SecurityGroupIds.Count + SecurityGroups.Count > 0 ? this : template;
        var profile = IamInstanceProfileArn ?? IamInstanceProfileName;
        return new()
        {
            ImageId = ImageId ?? template.ImageId,
            InstanceType = InstanceType ?? template.InstanceType,
            KeyName = KeyName ?? template.KeyName,
            SecurityGroupIds = groups.SecurityGroupIds,
            SecurityGroups = groups.SecurityGroups,
            BlockDevices = JoinDevices(template.BlockDevices),
            NetworkInterfaces = NetworkInterfaces.Count > 0 ? NetworkInterfaces : template.NetworkInterfaces,
            SubnetId = SubnetId ?? template.SubnetId,
            Zone = Zone ?? template.Zone,
            Tenancy = Tenancy ?? template.Tenancy,
            IamInstanceProfileArn = profile is null ? template.IamInstanceProfileArn : IamInstanceProfileArn,
            IamInstanceProfileName = profile is null ? template.IamInstanceProfileName : IamInstanceProfileName,
            UserData = UserData ?? template.UserData,
            EbsOptimized = EbsOptimized ?? template.EbsOptimized,
            Monitoring = Monitoring ?? template.Monitoring,
            DisableApiTermination = DisableApiTermination ?? template.DisableApiTermination,
            ShutdownBehavior = ShutdownBehavior ?? template.ShutdownBehavior,
            MarketType = MarketType ?? template.MarketType,
            HttpTokens = HttpTokens ?? template.HttpTokens,
            HttpEndpoint = HttpEndpoint ?? template.HttpEndpoint,
            HttpPutResponseHopLimit = HttpPutResponseHopLimit ?? template.HttpPutResponseHopLimit,
            Tags = JoinTags(template.Tags),
        };
    }

    private List<BlockDevice> JoinDevices(IReadOnlyList<BlockDevice> under)
    {
        var mine = BlockDevices.Select(device => device.DeviceName).ToHashSet();
        return [.. under.Where(device => !mine.Contains(device.DeviceName)), .. BlockDevices];
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> JoinTags(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> under)
    {
        var joined = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (kind, tags) in under.Concat(Tags))
        {
            var all = new OrderedDictionary<string, string>(joined.GetValueOrDefault(kind) ?? new OrderedDictionary<string, string>());
            foreach (var (key, value) in tags)
            {
                all[key] = value;
            }

            joined[kind] = all;
        }

        return joined;
    }
}

/// <summary>An entry of a block device mapping.</summary>
internal sealed record BlockDevice(string DeviceName)
{
    /// <summary>The device of the image that is not to be there.</summary>
    internal bool NoDevice { get; init; }

    internal string? SnapshotId { get; init; }

    internal int? SizeGiB { get; init; }

    internal string? VolumeType { get; init; }

    internal bool? DeleteOnTermination { get; init; }

    internal bool? Encrypted { get; init; }

    internal string? KmsKeyId { get; init; }

    internal int? Iops { get; init; }

    internal int? Throughput { get; init; }
}

/// <summary>A network interface to make.</summary>
internal sealed record NetworkInterface(int DeviceIndex)
{
    internal string? SubnetId { get; init; }

    internal IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    internal bool? AssociatePublicIpAddress { get; init; }

    internal bool? DeleteOnTermination { get; init; }
}
