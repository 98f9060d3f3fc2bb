using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>Reads launch settings from a request. What it does not carry out it refuses by name, rather than to launch something else.</summary>
internal static class LaunchSettingsReader
{
    private static readonly HashSet<string> Members =
    [
        "ImageId", "InstanceType", "KeyName", "SecurityGroupId", "SecurityGroup", "BlockDeviceMapping", "NetworkInterface", "SubnetId",
        "Placement", "IamInstanceProfile", "UserData", "EbsOptimized", "Monitoring", "DisableApiTermination",
        "InstanceInitiatedShutdownBehavior", "InstanceMarketOptions", "MetadataOptions", "TagSpecification",
    ];

    private static readonly HashSet<string> EbsMembers =
        ["SnapshotId", "VolumeSize", "VolumeType", "DeleteOnTermination", "Encrypted", "KmsKeyId", "Iops", "Throughput"];

    private static readonly HashSet<string> InterfaceMembers =
        ["DeviceIndex", "SubnetId", "SecurityGroupId", "AssociatePublicIpAddress", "DeleteOnTermination"];

    /// <param name="settings">The structure LaunchTemplateData, or a whole RunInstances request.</param>
    /// <param name="others">What else may stand there.</param>
    /// <exception cref="Ec2Exception">UnsupportedOperation, MissingParameter, InvalidParameterValue.</exception>
    internal static LaunchSettings Read(Parameters settings, params string[] others)
    {
        Refuse(settings, member => Members.Contains(member) || others.Contains(member));
        var (placement, profile) = (settings.Structure("Placement"), settings.Structure("IamInstanceProfile"));
        var (market, metadata) = (settings.Structure("InstanceMarketOptions"), settings.Structure("MetadataOptions"));
        Refuse(placement, member => member is "AvailabilityZone" or "Tenancy");
        Refuse(market, member => member is "MarketType");
        Refuse(metadata, member => member is "HttpTokens" or "HttpEndpoint" or "HttpPutResponseHopLimit");
        return new()
        {
            ImageId = settings.Text("ImageId"),
            InstanceType = settings.Text("InstanceType"),
            KeyName = settings.Text("KeyName"),
            SecurityGroupIds = settings.List("SecurityGroupId"),
            SecurityGroups = settings.List("SecurityGroup"),
            BlockDevices = [.. settings.Structures("BlockDeviceMapping").Select(ReadDevice)],
            NetworkInterfaces = [.. settings.Structures("NetworkInterface").Select(ReadInterface)],
            SubnetId = settings.Text("SubnetId"),
            Zone = placement.Text("AvailabilityZone"),
            Tenancy = placement.Text("Tenancy"),
            IamInstanceProfileArn = profile.Text("Arn"),
            IamInstanceProfileName = profile.Text("Name"),
            UserData = settings.Text("UserData"),
            EbsOptimized = settings.Flag("EbsOptimized"),
            Monitoring = settings.Structure("Monitoring").Flag("Enabled"),
            DisableApiTermination = settings.Flag("DisableApiTermination"),
            ShutdownBehavior = settings.Text("InstanceInitiatedShutdownBehavior"),
            MarketType = market.Text("MarketType"),
            HttpTokens = metadata.Text("HttpTokens"),
            HttpEndpoint = metadata.Text("HttpEndpoint"),
            HttpPutResponseHopLimit = metadata.Number("HttpPutResponseHopLimit"),
            Tags = TagSpecifications.Read(settings, "instance", "volume"),
        };
    }

    private static BlockDevice ReadDevice(Parameters mapping)
    {
        var ebs = mapping.Structure("Ebs");
        Refuse(mapping, member => member is "DeviceName" or "NoDevice" or "Ebs");
        Refuse(ebs, EbsMembers.Contains);
        return new(mapping.Required("DeviceName"))
        {
            NoDevice = mapping.Text("NoDevice") is not null,
            SnapshotId = ebs.Text("SnapshotId"),
            SizeGiB = ebs.Number("VolumeSize"),
            VolumeType = ebs.Text("VolumeType"),
            DeleteOnTermination = ebs.Flag("DeleteOnTermination"),
            Encrypted = ebs.Flag("Encrypted"),
            KmsKeyId = ebs.Text("KmsKeyId"),
            Iops = ebs.Number("Iops"),
            Throughput = ebs.Number("Throughput"),
        };
    }

    private static NetworkInterface ReadInterface(Parameters network)
    {
        Refuse(network, InterfaceMembers.Contains);
        return new(network.Number("DeviceIndex") ?? 0)
        {
            SubnetId = network.Text("SubnetId"),
            SecurityGroupIds = network.List("SecurityGroupId"),
            AssociatePublicIpAddress = network.Flag("AssociatePublicIpAddress"),
            DeleteOnTermination = network.Flag("DeleteOnTermination"),
        };
    }

    private static void Refuse(Parameters structure, Func<string, bool> isKnown)
    {
        if (structure.Members().FirstOrDefault(member => !isKnown(member)) is { } unknown)
        {
            throw RequestErrors.Unsupported($"the parameter {structure.FullName(unknown)}");
        }
    }
}
