using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Aws;

/// <summary>A description of instances as the data of a launch template's version.</summary>
/// <remarks>A template knows a subnet only inside a network interface: a description's subnet, with its groups, becomes the first one.</remarks>
internal static class DescribedTemplate
{
    /// <summary>Everything but the image; the tags stand on the instances and volumes to be launched.</summary>
    internal static RequestLaunchTemplateData ToTemplateData(this InstanceDescription description)
    {
        var interfaces = Interfaces(description);
        return new RequestLaunchTemplateData
        {
            InstanceType = description.InstanceType,
            KeyName = description.KeyName,
            SecurityGroupIds = interfaces is null ? description.SecurityGroupIds?.ToList() : null,
            NetworkInterfaces = interfaces,
            Placement = Placement(description),
            IamInstanceProfile = Profile(description.IamInstanceProfile),
            BlockDeviceMappings = description.BlockDevices?.Select(Device).ToList(),
            UserData = description.UserData?.Base64,
            MetadataOptions = MetadataOptions(description.MetadataOptions),
            Monitoring = description.Monitoring is { } on ? new LaunchTemplatesMonitoringRequest { Enabled = on } : null,
            EbsOptimized = description.EbsOptimized,
            DisableApiTermination = description.DisableApiTermination,
            InstanceInitiatedShutdownBehavior = description.InstanceInitiatedShutdownBehavior,
            InstanceMarketOptions = description.Market == Market.Spot ? new LaunchTemplateInstanceMarketOptionsRequest { MarketType = MarketType.Spot } : null,
            TagSpecifications = Tags(description.Tags),
        };
    }

    private static List<LaunchTemplateInstanceNetworkInterfaceSpecificationRequest>? Interfaces(InstanceDescription description) => description switch
    {
        { NetworkInterfaces: { } described } => [.. described.Select(Interface)],
        { SubnetId: { } subnet } => [Interface(new DescribedInterface(subnet, description.SecurityGroupIds), 0)],
        _ => null,
    };

    private static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest Interface(DescribedInterface described, int index) => new()
    {
        DeviceIndex = index,
        SubnetId = described.SubnetId,
        Groups = described.SecurityGroupIds?.ToList(),
        AssociatePublicIpAddress = described.AssociatePublicIpAddress,
        DeleteOnTermination = described.DeleteOnTermination,
    };

    private static LaunchTemplatePlacementRequest? Placement(InstanceDescription description) => description is { AvailabilityZone: null, Tenancy: null }
        ? null
        : new LaunchTemplatePlacementRequest { AvailabilityZone = description.AvailabilityZone, Tenancy = description.Tenancy };

    private static LaunchTemplateIamInstanceProfileSpecificationRequest? Profile(string? profile) => profile switch
    {
        null => null,
        _ when DescribedLaunch.IsArn(profile) => new LaunchTemplateIamInstanceProfileSpecificationRequest { Arn = profile },
        _ => new LaunchTemplateIamInstanceProfileSpecificationRequest { Name = profile },
    };

    private static LaunchTemplateBlockDeviceMappingRequest Device(DescribedDevice described) => described.Exclude
        ? new LaunchTemplateBlockDeviceMappingRequest { DeviceName = described.Device, NoDevice = "" }
        : new LaunchTemplateBlockDeviceMappingRequest
        {
            DeviceName = described.Device,
            Ebs = new LaunchTemplateEbsBlockDeviceRequest
            {
                VolumeSize = described.SizeGiB,
                VolumeType = described.VolumeType,
                Iops = described.Iops,
                Throughput = described.Throughput,
                DeleteOnTermination = described.DeleteOnTermination,
                Encrypted = described.Encrypted,
                KmsKeyId = described.KmsKeyId,
            },
        };

    private static LaunchTemplateInstanceMetadataOptionsRequest? MetadataOptions(DescribedMetadataOptions? options) =>
        options is null ? null : new LaunchTemplateInstanceMetadataOptionsRequest
        {
            HttpTokens = options.HttpTokens,
            HttpEndpoint = options.HttpEndpoint,
            HttpPutResponseHopLimit = options.HttpPutResponseHopLimit,
        };

    private static List<LaunchTemplateTagSpecificationRequest>? Tags(IReadOnlyDictionary<string, string>? tags) => tags is not { Count: > 0 }
        ? null
        : [.. new[] { ResourceType.Instance, ResourceType.Volume }.Select(type => new LaunchTemplateTagSpecificationRequest
        {
            ResourceType = type,
            Tags = [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Tag(tag.Key, tag.Value))],
        })];
}
