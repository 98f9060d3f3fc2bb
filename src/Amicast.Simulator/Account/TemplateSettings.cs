using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Account;

/// <summary>The launch settings that a template's version of a document says.</summary>
internal static class TemplateSettings
{
    internal static LaunchSettings Of(LaunchTemplateVersionDocument said) => new()
    {
        ImageId = said.ImageId,
        InstanceType = said.InstanceType,
        KeyName = said.KeyName,
        SecurityGroupIds = said.SecurityGroupIds,
        SecurityGroups = said.SecurityGroups,
        BlockDevices = [.. said.BlockDeviceMappings.Select(Device)],
        NetworkInterfaces = [.. said.NetworkInterfaces.Select(Interface)],
        SubnetId = said.SubnetId,
        Zone = said.AvailabilityZone,
        Tenancy = said.Tenancy,
        IamInstanceProfileArn = said.IamInstanceProfileArn,
        IamInstanceProfileName = said.IamInstanceProfile,
        UserData = said.UserData,
        EbsOptimized = said.EbsOptimized,
        Monitoring = said.Monitoring,
        DisableApiTermination = said.DisableApiTermination,
        ShutdownBehavior = said.InstanceInitiatedShutdownBehavior,
        MarketType = said.MarketType,
        HttpTokens = said.MetadataOptions?.HttpTokens,
        HttpEndpoint = said.MetadataOptions?.HttpEndpoint,
        HttpPutResponseHopLimit = said.MetadataOptions?.HttpPutResponseHopLimit,
        Tags = Tags(said),
    };

    private static BlockDevice Device(BlockDeviceMappingDocument said) => new(said.Device)
    {
        NoDevice = said.NoDevice,
        SnapshotId = said.SnapshotId,
        SizeGiB = said.SizeGiB,
        VolumeType = said.VolumeType,
        DeleteOnTermination = said.DeleteOnTermination,
        Encrypted = said.Encrypted,
        KmsKeyId = said.KmsKeyId,
        Iops = said.Iops,
        Throughput = said.Throughput,
    };

    private static NetworkInterface Interface(NetworkInterfaceDocument said) => new(said.DeviceIndex)
    {
        SubnetId = said.SubnetId,
        SecurityGroupIds = said.SecurityGroupIds,
        AssociatePublicIpAddress = said.AssociatePublicIpAddress,
        DeleteOnTermination = said.DeleteOnTermination,
    };

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Tags(LaunchTemplateVersionDocument said)
    {
        var tags = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        if (said.Tags.Count > 0)
        {
            tags.Add("instance", said.Tags);
        }

        if (said.VolumeTags.Count > 0)
        {
            tags.Add("volume", said.VolumeTags);
        }

        return tags;
    }
}
