using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Kms;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Account;

/// <summary>Makes a Region of an account.</summary>
internal sealed class RegionFounding(string accountId, LimitsDocument limits, ResourceIds ids, DateTimeOffset start)
{
    internal static Chance ChanceOf(RegionDocument region, Chance chance) => chance.Fork($"region/{region.Name}");

    internal Region Found(RegionDocument said, RegionCatalog catalog, KmsKeys keys, Chance chance)
    {
        var own = ChanceOf(said, chance);
        var vpc = new DefaultVpc(own.Fork("vpc"), said.AvailabilityZones, said.DefaultVpc);
        var region = new Region(said.Name, said.OptInStatus, said.AvailabilityZones, catalog, keys, vpc)
        {
            Settings = Settings(said, keys, own),
            Throttle = new(limits),
        };
        new VolumeFounding(accountId, region, start).Found(said.Volumes);
        new SnapshotFounding(accountId, region, start).Found(said.Snapshots);
        new InstanceFounding(accountId, region, ids, start).Found(said.Instances);
        new ImageFounding(accountId, region, ids, start).Found(said.Images);
        new TemplateFounding(accountId, region, start).Found(said.LaunchTemplates);
        new ParameterFounding(region, start).Found(said.Parameters);
        return region;
    }

    /// <summary>The key of something encrypted; none, if it is not.</summary>
    internal static KmsKey? Key(EncryptionDocument said, Region region) => said switch
    {
        { Encrypted: false } => null,
        { MissingKmsKeyId: { } missing } => KmsKey.Missing(missing),
        { KmsKeyId: { } name } => region.Keys.Named(name),
        _ => region.Keys.Managed,
    };

    private static RegionSettings Settings(RegionDocument said, KmsKeys keys, Chance chance)
    {
        var ids = new ResourceIds(chance.Fork("key-pairs"));
        return new()
        {
            ImageBlockPublicAccess = said.ImageBlockPublicAccess,
            SnapshotBlockPublicAccess = said.SnapshotBlockPublicAccess,
            EncryptsByDefault = said.EbsEncryptionByDefault,
            DefaultKey = said.EbsDefaultKmsKeyId is { } name ? keys.Named(name) : null,
            HasDefaultVpc = !said.HasNoDefaultVpc,
            SecurityGroups = said.SecurityGroups,
            InstanceTypesNotOffered = said.InstanceTypesNotOffered,
            KeyPairs = [.. said.KeyPairs.Select(name => (Made: ids.Next("key"), name)).Select(pair => (said.KeyPairIds.GetValueOrDefault(pair.name, pair.Made), pair.name))],
        };
    }
}
