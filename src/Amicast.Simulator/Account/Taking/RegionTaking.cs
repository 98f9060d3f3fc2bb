using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down a Region of an account.</summary>
/// <param name="isTaken">Whether what this owner has is taken down here.</param>
internal sealed class RegionTaking(Region region, string accountId, Func<string, bool> isTaken, DateTimeOffset now)
{
    internal RegionDocument Take()
    {
        var instances = region.Instances.Existing(now).Where(InstanceTaking.StaysAt(now)).ToList();
        return new(
            region.Name,
            region.OptInStatus,
            region.Zones,
            [.. instances.Select(instance => InstanceTaking.Of(instance, now))],
            [.. Own(region.Images).Select(image => ImageTaking.Of(image, accountId, now))],
            [.. region.Templates.Existing(now).Select(TemplateTaking.Of)])
        {
            ImageBlockPublicAccess = region.Settings.ImageBlockPublicAccess,
            SnapshotBlockPublicAccess = region.Settings.SnapshotBlockPublicAccess,
            EbsEncryptionByDefault = region.Settings.EncryptsByDefault,
            EbsDefaultKmsKeyId = region.Settings.DefaultKey?.Arn,
            KeyPairs = [.. region.Settings.KeyPairs.Select(pair => pair.Name)],
            KeyPairIds = region.Settings.KeyPairs.ToDictionary(pair => pair.Name, pair => pair.Id),
            Keys = [.. region.Keys.Own.Where(key => !key.IsAwsManaged).Select(Key)],
            AwsManagedKeyId = region.Keys.Managed.Id,
            DefaultVpc = new(region.Vpc.VpcId, region.Vpc.SecurityGroupId, region.Vpc.SubnetIds),
            HasNoDefaultVpc = !region.Settings.HasDefaultVpc,
            SecurityGroups = region.Settings.SecurityGroups,
            InstanceTypesNotOffered = region.Settings.InstanceTypesNotOffered,
            Volumes = [.. Volumes(instances).Select(volume => VolumeTaking.Of(volume, now))],
            Snapshots = [.. Own(region.Snapshots).Select(snapshot => SnapshotTaking.Of(snapshot, accountId, now))],
            Parameters = [.. region.ParameterStore.Names.Select(Parameter)],
        };
    }

    private IEnumerable<T> Own<T>(Shelf<T> shelf) where T : Resource => shelf.Existing(now).Where(resource => isTaken(resource.OwnerId));

    /// <summary>Those that are about to go with an instance that is shutting down are gone.</summary>
    private IEnumerable<Volume> Volumes(List<Instance> instances)
    {
        var attached = instances.SelectMany(instance => instance.VolumesAt(now)).ToHashSet();
        return region.Volumes.Existing(now).Where(volume => attached.Contains(volume) || volume.GoneAt == DateTimeOffset.MaxValue);
    }

    private static KeyDocument Key(KmsKey key) => new(key.Id, key.Aliases, key.State.ToString(), key.SharedWith);

    private ParameterDocument Parameter(string name) => new(name, [.. region.ParameterStore.Versions(name, DateTimeOffset.MaxValue).Select(version => new ParameterVersionDocument(
        (int)version.Number, version.Type, version.Value, version.DataType, version.Description, version.ModifiedAt))])
    {
        Tags = region.ParameterStore.Tags(name),
    };
}
