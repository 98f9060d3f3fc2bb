using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes a launch template of an account document.</summary>
internal static class TemplateWriter
{
    internal static DocumentWriter Write(LaunchTemplateDocument template) => new DocumentWriter()
        .Text("launchTemplateId", template.LaunchTemplateId)
        .Text("name", template.Name)
        .Moment("createdAt", template.CreatedAt)
        .Whole("defaultVersion", template.DefaultVersion, 1)
        .Whole("nextVersionNumber", template.NextVersionNumber)
        .Objects("versions", template.Versions, Version)
        .TextByName("tags", template.Tags);

    private static DocumentWriter Version(LaunchTemplateVersionDocument version) => new DocumentWriter()
        .Whole("versionNumber", version.VersionNumber)
        .Text("description", version.Description)
        .Moment("createdAt", version.CreatedAt)
        .Text("imageId", version.ImageId)
        .Text("instanceType", version.InstanceType)
        .Text("keyName", version.KeyName)
        .Texts("securityGroupIds", version.SecurityGroupIds)
        .Texts("securityGroups", version.SecurityGroups)
        .Text("subnetId", version.SubnetId)
        .Text("availabilityZone", version.AvailabilityZone)
        .Text("tenancy", version.Tenancy)
        .Text("iamInstanceProfile", version.IamInstanceProfile)
        .Text("iamInstanceProfileArn", version.IamInstanceProfileArn)
        .Text("userData", version.UserData)
        .Flag("ebsOptimized", version.EbsOptimized, unless: null)
        .Flag("monitoring", version.Monitoring, unless: null)
        .Flag("disableApiTermination", version.DisableApiTermination, unless: null)
        .Text("instanceInitiatedShutdownBehavior", version.InstanceInitiatedShutdownBehavior)
        .Text("marketType", version.MarketType)
        .Part("metadataOptions", version.MetadataOptions, InstanceWriter.Metadata)
        .Objects("blockDeviceMappings", version.BlockDeviceMappings, Mapping)
        .Objects("networkInterfaces", version.NetworkInterfaces, Interface)
        .TextByName("tags", version.Tags)
        .TextByName("volumeTags", version.VolumeTags);

    private static DocumentWriter Mapping(BlockDeviceMappingDocument mapping) => new DocumentWriter()
        .Text("device", mapping.Device)
        .Flag("noDevice", mapping.NoDevice)
        .Text("snapshotId", mapping.SnapshotId)
        .Whole("sizeGiB", mapping.SizeGiB)
        .Text("volumeType", mapping.VolumeType)
        .Flag("deleteOnTermination", mapping.DeleteOnTermination, unless: null)
        .Flag("encrypted", mapping.Encrypted, unless: null)
        .Text("kmsKeyId", mapping.KmsKeyId)
        .Whole("iops", mapping.Iops)
        .Whole("throughput", mapping.Throughput);

    private static DocumentWriter Interface(NetworkInterfaceDocument network) => new DocumentWriter()
        .Whole("deviceIndex", network.DeviceIndex, 0)
        .Text("subnetId", network.SubnetId)
        .Texts("securityGroupIds", network.SecurityGroupIds)
        .Flag("associatePublicIpAddress", network.AssociatePublicIpAddress, unless: null)
        .Flag("deleteOnTermination", network.DeleteOnTermination, unless: null);
}
