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
            var zone = ZoneOf(said.Place);
            var instance = Instance(said, zone, [.. said.Volumes.Select(volume => Attached(volume, said.InstanceId, zone))]);
            region.Instances.Add(instance);
            if (said.Termination is { } end)
            {
                instance.EndAt(end.TerminatedAt, start);
            }
        }
    }

    private Instance Instance(InstanceDocument said, string zone, IReadOnlyList<Volume> volumes)
    {
        var (place, launch) = (said.Place, said.Launch);
        return new()
        {
            Id = said.InstanceId,
            OwnerId = accountId,
            CreatedAt = said.LaunchTime ?? start,
            LaunchedAt = said.LaunchTime ?? start,
            Visibility = Visibility.From(start),
            Tags = TagsOf(said),
            ReservationId = launch.ReservationId ?? ids.Next("r"),
            ImageId = said.ImageId,
            InstanceType = said.InstanceType,
            Architecture = said.Architecture,
            RootDeviceName = said.RootDeviceName ?? said.Volumes[0].Device,
            Zone = zone,
            SubnetId = place.SubnetId ?? region.Vpc.SubnetIds[zone],
            VpcId = place.VpcId ?? region.Vpc.VpcId,
            PrivateIpAddress = place.PrivateIpAddress ?? region.Vpc.NextAddress(),
            SecurityGroupIds = place.SecurityGroupIds.Count > 0 ? place.SecurityGroupIds : [region.Vpc.SecurityGroupId],
            Volumes = volumes,
            Life = Life(said),
            LaunchIndex = launch.AmiLaunchIndex,
            ClientToken = launch.ClientToken,
            Template = launch.LaunchTemplate is { } template ? (template.LaunchTemplateId, template.Version) : null,
            KeyName = launch.KeyName,
            IamInstanceProfileArn = launch.IamInstanceProfileArn,
            IsSpot = launch.InstanceLifecycle == "spot",
            EbsOptimized = launch.EbsOptimized,
            Monitoring = launch.Monitoring,
            DisableApiTermination = launch.DisableApiTermination,
            DisableApiStop = launch.DisableApiStop,
            ProductCodes = launch.ProductCodes,
            ShutdownBehavior = launch.InstanceInitiatedShutdownBehavior,
            UserData = launch.UserData,
            Metadata = Metadata(launch.MetadataOptions),
        };
    }

    private InstanceLife Life(InstanceDocument said)
    {
        if (said.State == "stopped")
        {
            return InstanceLife.Stopped(start, Reason(said.StateReason));
        }

        var death = said.Termination is { } end ? new Death(end.At, end.TerminatedAt, Reason(end.Reason)) : null;
        var checks = said.Status == "impaired" ? StatusChecks.Impaired : StatusChecks.Ok;
        return InstanceLife.Resumed(start, new(Later(said.RunningAt), Later(said.StatusCheckedAt), checks, death));
    }

    /// <summary>A moment that is still to come.</summary>
    private DateTimeOffset? Later(DateTimeOffset? moment) => moment > start ? moment : null;

    private static StateReason? Reason(StateReasonDocument? said) => said is null ? null : new(said.Code, said.Message);

    private static MetadataOptions Metadata(MetadataOptionsDocument? said)
    {
        var standard = MetadataOptions.Default;
        return new(
            said?.HttpTokens ?? standard.HttpTokens,
            said?.HttpEndpoint ?? standard.HttpEndpoint,
            said?.HttpPutResponseHopLimit ?? standard.HttpPutResponseHopLimit);
    }

    private string ZoneOf(InstancePlaceDocument place) =>
        place.AvailabilityZone
        ?? region.Vpc.SubnetIds.FirstOrDefault(subnet => subnet.Value == place.SubnetId).Key
        ?? region.Zones[0];

    private static TagSet TagsOf(InstanceDocument said)
    {
        var tags = new TagSet(said.Tags);
        if (said.Name is not null)
        {
            tags.Set("Name", said.Name);
        }

        return tags;
    }

    private Volume Attached(VolumeDocument said, string instanceId, string zone)
    {
        var volume = said.SizeGiB is { } sizeGiB ? Founded(said, sizeGiB, zone) : Described(said.VolumeId);
        volume.Attachment = new(instanceId, said.Device, said.AttachedAt ?? start, said.DeleteOnTermination);
        return volume;
    }

    private Volume Described(string volumeId) => region.Volumes.TryFind(volumeId, start, out var volume)
        ? volume
        : throw new ArgumentException($"The Region {region.Name} of the account document does not describe the volume {volumeId}.", nameof(volumeId));

    private Volume Founded(VolumeDocument said, int sizeGiB, string zone)
    {
        var volume = new Volume
        {
            Id = said.VolumeId,
            OwnerId = accountId,
            CreatedAt = start,
            Visibility = Visibility.From(start),
            SizeGiB = sizeGiB,
            VolumeType = said.VolumeType,
            Zone = zone,
            Key = RegionFounding.Key(new(said.Encrypted, said.KmsKeyId, null), region),
        };
        region.Volumes.Add(volume);
        return volume;
    }
}
