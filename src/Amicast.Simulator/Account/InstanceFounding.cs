using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Account;

/// <summary>Makes the instances of a Region, with their volumes.</summary>
internal sealed class InstanceFounding(string accountId, Region region, ResourceIds ids, DateTimeOffset start)
{
    internal void Found(IReadOnlyList<InstanceDocument> instances)
    {
        foreach (var said in instances)
        {
            var volumes = said.Volumes.Select(volume => Volume(volume, said.InstanceId)).ToList();
            volumes.ForEach(region.Volumes.Add);
            region.Instances.Add(Instance(said, volumes));
        }
    }

    private Instance Instance(InstanceDocument said, IReadOnlyList<Volume> volumes)
    {
        var zone = region.Zones[0];
        return new()
        {
            Id = said.InstanceId,
            OwnerId = accountId,
            CreatedAt = start,
            LaunchedAt = start,
            Visibility = Visibility.From(start),
            Tags = TagsOf(said),
            ReservationId = ids.Next("r"),
            ImageId = said.ImageId,
            InstanceType = said.InstanceType,
            Architecture = said.Architecture,
            RootDeviceName = said.Volumes[0].Device,
            Zone = zone,
            SubnetId = region.Vpc.SubnetIds[zone],
            VpcId = region.Vpc.VpcId,
            PrivateIpAddress = region.Vpc.NextAddress(),
            SecurityGroupIds = [region.Vpc.SecurityGroupId],
            Volumes = volumes,
            Life = InstanceLife.Settled(start, said.State == "stopped" ? InstanceState.Stopped : InstanceState.Running),
        };
    }

    private static TagSet TagsOf(InstanceDocument said)
    {
        var tags = new TagSet(said.Tags);
        if (said.Name is not null)
        {
            tags.Set("Name", said.Name);
        }

        return tags;
    }

    private Volume Volume(VolumeDocument said, string instanceId) => new()
    {
        Id = said.VolumeId,
        OwnerId = accountId,
        CreatedAt = start,
        Visibility = Visibility.From(start),
        SizeGiB = said.SizeGiB,
        VolumeType = said.VolumeType,
        Zone = region.Zones[0],
        Key = RegionFounding.Key(said.Encrypted, said.KmsKeyId, region),
        Attachment = new(instanceId, said.Device, start, said.DeleteOnTermination),
    };
}
