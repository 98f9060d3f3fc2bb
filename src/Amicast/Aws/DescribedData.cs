using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Aws;

/// <summary>What EC2 shows as the data of a launch template's version (or, by GetLaunchTemplateData, of an instance), as a description of instances.</summary>
internal static class DescribedData
{
    /// <summary>As far as a description can say it; the image is left out, and so are the snapshots of volumes, which belong to it.</summary>
    internal static InstanceDescription ToDescription(this ResponseLaunchTemplateData data) => new()
    {
        InstanceType = data.InstanceType?.Value,
        KeyName = data.KeyName,
        SecurityGroupIds = ListOf(data.SecurityGroupIds),
        NetworkInterfaces = data.NetworkInterfaces is { Count: > 0 } interfaces ? [.. interfaces.OrderBy(i => i.DeviceIndex).Select(Interface)] : null,
        AvailabilityZone = data.Placement?.AvailabilityZone,
        Tenancy = data.Placement?.Tenancy?.Value,
        IamInstanceProfile = data.IamInstanceProfile?.Arn ?? data.IamInstanceProfile?.Name,
        BlockDevices = data.BlockDeviceMappings is { Count: > 0 } devices ? [.. devices.Select(Device)] : null,
        UserData = string.IsNullOrEmpty(data.UserData) ? null : new Requests.UserData(data.UserData),
        Tags = data.TagSpecifications?.Find(t => t.ResourceType == ResourceType.Instance)?.Tags?.ToDictionary(t => t.Key, t => t.Value),
        MetadataOptions = MetadataOptions(data.MetadataOptions),
        Monitoring = data.Monitoring?.Enabled,
        EbsOptimized = data.EbsOptimized,
        DisableApiTermination = data.DisableApiTermination,
        InstanceInitiatedShutdownBehavior = data.InstanceInitiatedShutdownBehavior?.Value,
        Market = data.InstanceMarketOptions?.MarketType == MarketType.Spot ? Market.Spot : null,
    };

    private static List<string>? ListOf(List<string>? list) => list is { Count: > 0 } ? list : null;

    private static DescribedInterface Interface(LaunchTemplateInstanceNetworkInterfaceSpecification shown) =>
        new(shown.SubnetId, ListOf(shown.Groups), shown.AssociatePublicIpAddress, shown.DeleteOnTermination);

    private static DescribedDevice Device(LaunchTemplateBlockDeviceMapping shown) => shown.Ebs is not { } ebs
        ? new DescribedDevice(shown.DeviceName, Exclude: shown.NoDevice is not null)
        : new DescribedDevice(
            shown.DeviceName,
            Exclude: false,
            ebs.VolumeSize,
            ebs.VolumeType?.Value,
            ebs.Iops,
            ebs.Throughput,
            ebs.DeleteOnTermination,
            ebs.Encrypted,
            ebs.KmsKeyId);

    private static DescribedMetadataOptions? MetadataOptions(LaunchTemplateInstanceMetadataOptions? options) => options is null
        ? null
        : new DescribedMetadataOptions(
            options.HttpTokens?.Value, options.HttpEndpoint?.Value, options.HttpPutResponseHopLimit);
}
