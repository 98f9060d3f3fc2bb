using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Requests;

namespace Amicast.Aws;

/// <summary>A description of instances as the parameters of RunInstances. What the description does not say is not sent: EC2's default, or the template's, stands.</summary>
internal static class DescribedLaunch
{
    /// <summary>Sets everything but the tags, which stand in tag specifications beside Amicast's own.</summary>
    internal static void Describe(this RunInstancesRequest request, InstanceDescription description)
    {
        request.InstanceType = description.InstanceType;
        request.KeyName = description.KeyName;
        request.SecurityGroupIds = description.SecurityGroupIds?.ToList();
        request.SubnetId = description.SubnetId;
        request.NetworkInterfaces = description.NetworkInterfaces?.Select(Interface).ToList();
        request.Placement = Placement(description);
        request.IamInstanceProfile = Profile(description.IamInstanceProfile);
        request.BlockDeviceMappings = description.BlockDevices?.Select(Device).ToList();
        request.UserData = description.UserData?.Base64;
        request.MetadataOptions = MetadataOptions(description.MetadataOptions);
        request.Monitoring = description.Monitoring;
        request.EbsOptimized = description.EbsOptimized;
        request.DisableApiTermination = description.DisableApiTermination;
        request.InstanceInitiatedShutdownBehavior = description.InstanceInitiatedShutdownBehavior;
        request.InstanceMarketOptions = description.Market == Market.Spot ? new InstanceMarketOptionsRequest { MarketType = MarketType.Spot } : null;
    }

    /// <summary>Whether an instance profile is named by its ARN.</summary>
    internal static bool IsArn(string profile) => profile.StartsWith("arn:", StringComparison.Ordinal);

    private static InstanceNetworkInterfaceSpecification Interface(DescribedInterface described, int index) => new()
    {
        DeviceIndex = index,
        SubnetId = described.SubnetId,
        Groups = described.SecurityGroupIds?.ToList(),
        AssociatePublicIpAddress = described.AssociatePublicIpAddress,
        DeleteOnTermination = described.DeleteOnTermination,
    };

    private static Placement? Placement(InstanceDescription description) => description is { AvailabilityZone: null, Tenancy: null }
        ? null
        : new Placement { AvailabilityZone = description.AvailabilityZone, Tenancy = description.Tenancy };

    private static IamInstanceProfileSpecification? Profile(string? profile) => profile switch
    {
        null => null,
        _ when IsArn(profile) => new IamInstanceProfileSpecification { Arn = profile },
        _ => new IamInstanceProfileSpecification { Name = profile },
    };

    private static BlockDeviceMapping Device(DescribedDevice described) => described.Exclude
        ? new BlockDeviceMapping { DeviceName = described.Device, NoDevice = "" }
        : new BlockDeviceMapping
        {
            DeviceName = described.Device,
            Ebs = new EbsBlockDevice
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

    private static InstanceMetadataOptionsRequest? MetadataOptions(DescribedMetadataOptions? options) => options is null ? null : new InstanceMetadataOptionsRequest
    {
        HttpTokens = options.HttpTokens,
        HttpEndpoint = options.HttpEndpoint,
        HttpPutResponseHopLimit = options.HttpPutResponseHopLimit,
    };
}
