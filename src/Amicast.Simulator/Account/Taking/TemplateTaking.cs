using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down a launch template with all its versions.</summary>
internal static class TemplateTaking
{
    private static readonly Dictionary<string, string> NoTags = [];

    internal static LaunchTemplateDocument Of(LaunchTemplate template) => new(
        template.Id,
        template.Name,
        (int)template.DefaultVersion,
        [.. template.Versions.Select(Version)],
        new OrderedDictionary<string, string>(template.Tags))
    {
        CreatedAt = template.CreatedAt,
        NextVersionNumber = template.NextNumber == template.LatestVersion + 1 ? null : (int)template.NextNumber,
    };

    private static LaunchTemplateVersionDocument Version(TemplateVersion version)
    {
        var settings = version.Settings;
        return new(
            version.Description,
            settings.ImageId,
            settings.InstanceType,
            settings.KeyName,
            settings.SecurityGroupIds,
            settings.SubnetId,
            settings.IamInstanceProfileName,
            settings.UserData,
            settings.Tags.GetValueOrDefault("instance", NoTags))
        {
            VersionNumber = (int)version.Number,
            CreatedAt = version.CreatedAt,
            SecurityGroups = settings.SecurityGroups,
            IamInstanceProfileArn = settings.IamInstanceProfileArn,
            AvailabilityZone = settings.Zone,
            Tenancy = settings.Tenancy,
            EbsOptimized = settings.EbsOptimized,
            Monitoring = settings.Monitoring,
            DisableApiTermination = settings.DisableApiTermination,
            InstanceInitiatedShutdownBehavior = settings.ShutdownBehavior,
            MarketType = settings.MarketType,
            MetadataOptions = Metadata(settings),
            BlockDeviceMappings = [.. settings.BlockDevices.Select(Mapping)],
            NetworkInterfaces = [.. settings.NetworkInterfaces.Select(Interface)],
            VolumeTags = settings.Tags.GetValueOrDefault("volume", NoTags),
        };
    }

    private static MetadataOptionsDocument? Metadata(LaunchSettings settings)
    {
        var options = new MetadataOptionsDocument(settings.HttpTokens, settings.HttpEndpoint, settings.HttpPutResponseHopLimit);
        return options == new MetadataOptionsDocument(null, null, null) ? null : options;
    }

    private static BlockDeviceMappingDocument Mapping(BlockDevice device) => new(
        device.DeviceName,
        device.NoDevice,
        device.SnapshotId,
        device.SizeGiB,
        device.VolumeType,
        device.DeleteOnTermination,
        device.Encrypted,
        device.KmsKeyId,
        device.Iops,
        device.Throughput);

    private static NetworkInterfaceDocument Interface(NetworkInterface network) => new(
        network.DeviceIndex, network.SubnetId, network.SecurityGroupIds, network.AssociatePublicIpAddress, network.DeleteOnTermination);
}
