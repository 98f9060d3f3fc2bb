using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Kms;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Account;

/// <summary>Makes a Region of an account.</summary>
internal sealed class RegionFounding(string accountId, LimitsDocument limits, ResourceIds ids, DateTimeOffset start)
{
    internal Region Found(RegionDocument said, RegionCatalog catalog, Chance chance)
    {
        var own = chance.Fork($"region/{said.Name}");
        var vpc = new DefaultVpc(own.Fork("vpc"), said.AvailabilityZones);
        var keys = new KmsKeys(accountId, said.Name, own.Fork("keys"), said.Keys, catalog.Keys);
        var region = new Region(said.Name, said.OptInStatus, said.AvailabilityZones, catalog, keys, vpc)
        {
            Settings = Settings(said, keys, own),
            Throttle = new(limits),
        };
        new InstanceFounding(accountId, region, ids, start).Found(said.Instances);
        new ImageFounding(accountId, region, ids, start).Found(said.Images);
        new TemplateFounding(accountId, region, start).Found(said.LaunchTemplates);
        return region;
    }

    /// <summary>The key of something encrypted; none, if it is not.</summary>
    internal static KmsKey? Key(bool encrypted, string? kmsKeyId, Region region)
    {
        if (!encrypted)
        {
            return null;
        }

        return kmsKeyId is null ? region.Keys.Managed : region.Keys.Named(kmsKeyId);
    }

    private static RegionSettings Settings(RegionDocument said, KmsKeys keys, Chance chance)
    {
        var ids = new ResourceIds(chance.Fork("key-pairs"));
        return new()
        {
            ImageBlockPublicAccess = said.ImageBlockPublicAccess,
            SnapshotBlockPublicAccess = said.SnapshotBlockPublicAccess,
            EncryptsByDefault = said.EbsEncryptionByDefault,
            DefaultKey = said.EbsDefaultKmsKeyId is { } name ? keys.Named(name) : null,
            KeyPairs = [.. said.KeyPairs.Select(name => (ids.Next("key"), name))],
        };
    }
}
