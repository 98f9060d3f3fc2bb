using System.Text.RegularExpressions;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account;

/// <summary>Reads a Region of an account document.</summary>
internal static partial class RegionReader
{
    /// <param name="seen">The names of the Regions before.</param>
    internal static RegionDocument Read(DocumentObject region, HashSet<string> seen)
    {
        var name = region.RequiredText("name", RegionForm().IsMatch, "a Region's name such as eu-central-1").Once(region, "name", seen);
        var optInStatus = region.Text(
            "optInStatus",
            text => text is "opt-in-not-required" or "opted-in" or Region.NotOptedIn,
            "opt-in-not-required, opted-in or not-opted-in");
        var zones = region.Texts("availabilityZones");
        var names = new RegionNames { Zones = zones.Count > 0 ? zones : ZoneId.DefaultZones(name) };
        var keys = region.Objects("keys", key => KeyReader.Read(key, names.Keys));

        var keyPairs = region.Texts("keyPairs");

        // These come first: instances and images refer to them.
        var volumes = region.Objects("volumes", volume => VolumeReader.Read(volume, names));
        var snapshots = region.Objects("snapshots", snapshot => SnapshotReader.Read(snapshot, names));
        return new(
            name,
            optInStatus ?? "opt-in-not-required",
            names.Zones,
            region.Objects("instances", instance => InstanceReader.Read(instance, names)),
            region.Objects("images", image => ImageReader.Read(image, names)),
            region.Objects("launchTemplates", template => TemplateReader.Read(template, names)))
        {
            ImageBlockPublicAccess = region.Text(
                "imageBlockPublicAccess",
                text => text is PublicAccess.Unblocked or PublicAccess.BlockNewSharing,
                "unblocked or block-new-sharing") ?? PublicAccess.Unblocked,
            SnapshotBlockPublicAccess = region.Text(
                "snapshotBlockPublicAccess",
                text => text is PublicAccess.Unblocked or PublicAccess.BlockNewSharing or PublicAccess.BlockAllSharing,
                "unblocked, block-new-sharing or block-all-sharing") ?? PublicAccess.Unblocked,
            EbsEncryptionByDefault = region.Flag("ebsEncryptionByDefault") == true,
            EbsDefaultKmsKeyId = KeyReader.ReadName(region, "ebsDefaultKmsKeyId", names.Keys),
            KeyPairs = keyPairs,
            KeyPairIds = ReadKeyPairIds(region, keyPairs),
            Keys = keys,
            AwsManagedKeyId = region.Text("awsManagedKeyId", KeyReader.IsUuid, "a UUID"),
            DefaultVpc = region.Object("defaultVpc", vpc => ReadVpc(vpc, names.Zones)),
            HasNoDefaultVpc = region.Flag("hasNoDefaultVpc") == true,
            SecurityGroups = ReadGroups(region),
            InstanceTypesNotOffered = region.Texts("instanceTypesNotOffered"),
            Volumes = volumes,
            Snapshots = snapshots,
            Parameters = ParameterReader.ReadAll(region),
        };
    }

    private static IReadOnlyDictionary<string, string> ReadKeyPairIds(DocumentObject region, IReadOnlyList<string> names)
    {
        var ids = region.TextByName("keyPairIds");
        foreach (var (name, id) in ids.Where(pair => !names.Contains(pair.Key) || !ResourceIds.IsWellFormed(pair.Value, "key")))
        {
            region.Report($"keyPairIds.{name}", "InvalidValue", $"'{name}': '{id}' is not the id of a key pair.", "Name one of 'keyPairs', with an id such as key-0123456789abcdef0.");
        }

        return ids;
    }

    private static IReadOnlyDictionary<string, string> ReadGroups(DocumentObject region)
    {
        var groups = region.TextByName("securityGroups");
        foreach (var (name, id) in groups.Where(pair => !ResourceIds.IsWellFormed(pair.Value, "sg")))
        {
            region.Report($"securityGroups.{name}", "InvalidValue", $"'{name}': '{id}' is not the id of a security group.", "Write one such as sg-0123456789abcdef0.");
        }

        return groups;
    }

    private static DefaultVpcDocument ReadVpc(DocumentObject vpc, IReadOnlyList<string> zones)
    {
        var subnetIds = vpc.TextByName("subnetIds");
        foreach (var (zone, id) in subnetIds.Where(pair => !zones.Contains(pair.Key) || !ResourceIds.IsWellFormed(pair.Value, "subnet")))
        {
            vpc.Report($"subnetIds.{zone}", "InvalidValue", $"'{zone}': '{id}' is not the default subnet of a zone.", "Name one of the Region's zones, with an id such as subnet-0123456789abcdef0.");
        }

        return new(vpc.Id("vpcId", "vpc"), vpc.Id("securityGroupId", "sg"), subnetIds);
    }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionForm();
}
