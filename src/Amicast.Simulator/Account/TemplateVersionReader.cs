using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads a version of a launch template of an account document.</summary>
/// <remarks>As on EC2, its values are not checked before something is launched: what requests can make of a template must be readable.</remarks>
internal static class TemplateVersionReader
{
    internal static LaunchTemplateVersionDocument Read(DocumentObject version, VersionNumbers numbers) => new(
        version.Text("description"),
        version.Text("imageId"),
        version.Text("instanceType"),
        version.Text("keyName"),
        version.Texts("securityGroupIds"),
        version.Text("subnetId"),
        version.Text("iamInstanceProfile"),
        version.Text("userData"),
        version.TextByName("tags"))
    {
        VersionNumber = numbers.Read(version, "versionNumber"),
        CreatedAt = version.Moment("createdAt"),
        SecurityGroups = version.Texts("securityGroups"),
        IamInstanceProfileArn = version.Text("iamInstanceProfileArn"),
        AvailabilityZone = version.Text("availabilityZone"),
        Tenancy = version.Text("tenancy"),
        EbsOptimized = version.Flag("ebsOptimized"),
        Monitoring = version.Flag("monitoring"),
        DisableApiTermination = version.Flag("disableApiTermination"),
        InstanceInitiatedShutdownBehavior = version.Text("instanceInitiatedShutdownBehavior"),
        MarketType = version.Text("marketType"),
        MetadataOptions = version.Object("metadataOptions", InstanceLaunchReader.ReadMetadata),
        BlockDeviceMappings = version.Objects("blockDeviceMappings", ReadMapping),
        NetworkInterfaces = version.Objects("networkInterfaces", ReadInterface),
        VolumeTags = version.TextByName("volumeTags"),
    };

    private static BlockDeviceMappingDocument ReadMapping(DocumentObject mapping) => new(
        mapping.RequiredText("device"),
        mapping.Flag("noDevice") == true,
        mapping.Text("snapshotId"),
        Whole(mapping, "sizeGiB"),
        mapping.Text("volumeType"),
        mapping.Flag("deleteOnTermination"),
        mapping.Flag("encrypted"),
        mapping.Text("kmsKeyId"),
        Whole(mapping, "iops"),
        Whole(mapping, "throughput"));

    private static NetworkInterfaceDocument ReadInterface(DocumentObject network) => new(
        Whole(network, "deviceIndex") ?? 0,
        network.Text("subnetId"),
        network.Texts("securityGroupIds"),
        network.Flag("associatePublicIpAddress"),
        network.Flag("deleteOnTermination"));

    private static int? Whole(DocumentObject at, string property) => at.Whole(property, int.MinValue, int.MaxValue);
}
