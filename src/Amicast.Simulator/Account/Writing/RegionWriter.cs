using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes a Region of an account document.</summary>
internal static class RegionWriter
{
    internal static DocumentWriter Write(RegionDocument region) => new DocumentWriter()
        .Text("name", region.Name)
        .Text("optInStatus", region.OptInStatus, "opt-in-not-required")
        .Texts("availabilityZones", region.AvailabilityZones.SequenceEqual(ZoneId.DefaultZones(region.Name)) ? [] : region.AvailabilityZones)
        .Text("imageBlockPublicAccess", region.ImageBlockPublicAccess, PublicAccess.Unblocked)
        .Text("snapshotBlockPublicAccess", region.SnapshotBlockPublicAccess, PublicAccess.Unblocked)
        .Flag("ebsEncryptionByDefault", region.EbsEncryptionByDefault)
        .Text("ebsDefaultKmsKeyId", region.EbsDefaultKmsKeyId)
        .Text("awsManagedKeyId", region.AwsManagedKeyId)
        .Objects("keys", region.Keys, Key)
        .Texts("keyPairs", region.KeyPairs)
        .TextByName("keyPairIds", region.KeyPairIds)
        .Part("defaultVpc", region.DefaultVpc, Vpc)
        .Flag("hasNoDefaultVpc", region.HasNoDefaultVpc)
        .TextByName("securityGroups", region.SecurityGroups)
        .Texts("instanceTypesNotOffered", region.InstanceTypesNotOffered)
        .Objects("instances", region.Instances, InstanceWriter.Write)
        .Objects("volumes", region.Volumes, VolumeWriter.Write)
        .Objects("images", region.Images, ImageWriter.Write)
        .Objects("snapshots", region.Snapshots, SnapshotWriter.Write)
        .Objects("launchTemplates", region.LaunchTemplates, TemplateWriter.Write)
        .Objects("parameters", region.Parameters, Parameter);

    private static DocumentWriter Key(KeyDocument key) => new DocumentWriter()
        .Text("keyId", key.KeyId)
        .Texts("aliases", key.Aliases)
        .Text("state", key.State, "Enabled")
        .Texts("sharedWith", key.SharedWith);

    private static DocumentWriter Vpc(DefaultVpcDocument vpc) => new DocumentWriter()
        .Text("vpcId", vpc.VpcId)
        .Text("securityGroupId", vpc.SecurityGroupId)
        .TextByName("subnetIds", vpc.SubnetIds);

    private static DocumentWriter Parameter(ParameterDocument parameter) => new DocumentWriter()
        .Text("name", parameter.Name)
        .Objects("versions", parameter.Versions, Version)
        .TextByName("tags", parameter.Tags);

    private static DocumentWriter Version(ParameterVersionDocument version) => new DocumentWriter()
        .Whole("version", version.Version)
        .Text("type", version.Type, "String")
        .Text("value", version.Value)
        .Text("dataType", version.DataType, "text")
        .Text("description", version.Description)
        .Moment("lastModifiedDate", version.LastModifiedDate);
}
