using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ssm;

namespace Amicast.Simulator.Inventory;

/// <summary>Takes the inventory of an account.</summary>
internal static class InventoryTaking
{
    internal static CloudInventory Of(Ec2Account account, DateTimeOffset now) =>
        new(now, account.Regions.ToDictionary(region => region.Name, region => Of(region, account.Id, now)));

    private static RegionInventory Of(Region region, string owner, DateTimeOffset now) => new(
        region.Name,
        Own(region.Images, owner, now, Of),
        Own(region.Snapshots, owner, now, Of),
        Own(region.Instances, owner, now, Of),
        Own(region.Volumes, owner, now, Of),
        Own(region.Templates, owner, now, Of))
    {
        Parameters = [.. region.ParameterStore.Names.Where(name => region.ParameterStore.Versions(name, now).Count > 0).Select(name => Of(region.ParameterStore, name, now))],
    };

    private static InventoryParameter Of(ParameterStore store, string name, DateTimeOffset now)
    {
        var latest = store.Versions(name, now)[^1];
        return new(name, latest.Value, latest.Number, latest.DataType, latest.Description, store.Tags(name));
    }

    private static List<TResult> Own<T, TResult>(Shelf<T> shelf, string owner, DateTimeOffset now, Func<T, DateTimeOffset, TResult> of)
        where T : Resource => [.. shelf.Existing(now).Where(resource => resource.OwnerId == owner).Select(resource => of(resource, now))];

    private static InventoryImage Of(Image image, DateTimeOffset now) => new(
        image.Id,
        image.Name,
        image.StateAt(now),
        image.StateReasonAt(now)?.Message,
        image.Description,
        Copy(image.Tags),
        [.. image.Permissions.Select(permission => permission.Value)],
        [.. image.Devices.Select(device => device.Snapshot.Id)]);

    private static InventorySnapshot Of(Snapshot snapshot, DateTimeOffset now) => new(
        snapshot.Id,
        snapshot.Course.StatusAt(now),
        snapshot.Course.ProgressAt(now),
        snapshot.VolumeId,
        snapshot.SizeGiB,
        snapshot.Key?.Arn,
        Copy(snapshot.Tags),
        [.. snapshot.Permissions.Select(permission => permission.Value)]);

    private static InventoryInstance Of(Instance instance, DateTimeOffset now) => new(
        instance.Id,
        instance.Life.StateAt(now).Name,
        instance.Life.ReasonAt(now)?.Message,
        instance.ImageId,
        instance.InstanceType,
        instance.Life.ChecksAt(now).Instance,
        instance.Life.ChecksAt(now).System,
        instance.Template?.Id,
        instance.Template?.Version,
        Copy(instance.Tags),
        [.. instance.VolumesAt(now).Select(volume => volume.Id)]);

    private static InventoryVolume Of(Volume volume, DateTimeOffset now) => new(
        volume.Id,
        volume.StatusAt(now),
        volume.SizeGiB,
        volume.SnapshotId,
        volume.AttachmentAt(now)?.InstanceId,
        volume.Key?.Arn,
        Copy(volume.Tags));

    private static InventoryTemplate Of(LaunchTemplate template, DateTimeOffset now) => new(
        template.Id,
        template.Name,
        template.DefaultVersion,
        template.LatestVersion,
        [.. template.Versions.Select(version => version.Settings.ImageId)])
    {
        VersionDescriptions = [.. template.Versions.Select(version => version.Description)],
        Tags = Copy(template.Tags),
    };

    /// <summary>A copy: the inventory is of its moment, whatever is tagged later.</summary>
    private static OrderedDictionary<string, string> Copy(TagSet tags) => new(tags);
}
