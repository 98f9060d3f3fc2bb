using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Account;

/// <summary>Makes the account that a document describes, as if everything in it had been there for long.</summary>
internal sealed class Founding(AccountDocument document, WorldClock clock, Chance chance)
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly ResourceIds _ids = new(chance.Fork("founding"));

    internal Ec2Account Found(FaultDice faults) => new(document.AccountId, [.. document.Regions.Select(Region)], clock, chance, faults) { Limits = document.Limits };

    private Region Region(RegionDocument said)
    {
        var own = chance.Fork($"region/{said.Name}");
        var vpc = new DefaultVpc(own.Fork("vpc"), said.AvailabilityZones);
        var keys = new EncryptionKeys(document.AccountId, said.Name, own.Fork("keys"));
        var region = new Region(said.Name, said.OptInStatus, said.AvailabilityZones, keys, vpc)
        {
            Settings = Settings(said, keys, own),
            Throttle = new(document.Limits),
        };
        foreach (var instance in said.Instances)
        {
            region.Instances.Add(Instance(instance, region));
        }

        foreach (var image in said.Images)
        {
            region.Images.Add(Image(image, region));
        }

        foreach (var template in said.LaunchTemplates)
        {
            region.Templates.Add(Template(template));
        }

        return region;
    }

    private static RegionSettings Settings(RegionDocument said, EncryptionKeys keys, Chance chance)
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

    private Instance Instance(InstanceDocument said, Region region)
    {
        var tags = new TagSet(said.Tags);
        if (said.Name is not null)
        {
            tags.Set("Name", said.Name);
        }

        var zone = region.Zones[0];
        var volumes = said.Volumes.Select(volume => Volume(volume, said.InstanceId, region, zone)).ToList();
        volumes.ForEach(region.Volumes.Add);
        return new()
        {
            Id = said.InstanceId,
            OwnerId = document.AccountId,
            CreatedAt = _start,
            LaunchedAt = _start,
            Visibility = Visibility.From(_start),
            Tags = tags,
            ReservationId = _ids.Next("r"),
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
            Life = InstanceLife.Settled(_start, said.State == "stopped" ? InstanceState.Stopped : InstanceState.Running),
        };
    }

    private Volume Volume(VolumeDocument said, string instanceId, Region region, string zone) => new()
    {
        Id = said.VolumeId,
        OwnerId = document.AccountId,
        CreatedAt = _start,
        Visibility = Visibility.From(_start),
        SizeGiB = said.SizeGiB,
        VolumeType = said.VolumeType,
        Zone = zone,
        Key = Key(said.Encrypted, said.KmsKeyId, region),
        Attachment = new(instanceId, said.Device, _start, said.DeleteOnTermination),
    };

    private Image Image(ImageDocument said, Region region)
    {
        var ownerId = said.OwnerId ?? document.AccountId;
        var permissions = said.LaunchPermissions.Select(ImageReader.PermissionOf).ToList();
        return new()
        {
            Id = said.ImageId,
            OwnerId = ownerId,
            CreatedAt = _start,
            Visibility = Visibility.From(_start),
            Tags = new(said.Tags),
            Name = said.Name,
            Description = said.Description,
            Architecture = said.Architecture,
            RootDeviceName = said.Devices[0].Device,
            Devices = [.. said.Devices.Select(device => new ImageDevice(device.Device, Snapshot(device, said, ownerId, region), "gp3", true))],
            AvailableAt = _start,
            Permissions = permissions,
        };
    }

    private Snapshot Snapshot(ImageDeviceDocument said, ImageDocument image, string ownerId, Region region)
    {
        var snapshot = new Snapshot
        {
            Id = said.SnapshotId ?? _ids.Next("snap"),
            OwnerId = ownerId,
            CreatedAt = _start,
            Visibility = Visibility.From(_start),
            VolumeId = Ec2.Snapshots.Snapshot.NoVolume,
            SizeGiB = said.SizeGiB,
            Description = $"The snapshot of {said.Device} of {image.ImageId}",
            Key = Key(said.Encrypted, said.KmsKeyId, region),
            Course = SnapshotCourse.CompletedAt(_start),
        };
        snapshot.ImageIds.Add(image.ImageId);
        region.Snapshots.Add(snapshot);
        return snapshot;
    }

    private static EncryptionKey? Key(bool encrypted, string? kmsKeyId, Region region)
    {
        if (!encrypted)
        {
            return null;
        }

        return kmsKeyId is null ? region.Keys.Managed : region.Keys.Named(kmsKeyId);
    }

    private LaunchTemplate Template(LaunchTemplateDocument said)
    {
        var template = new LaunchTemplate
        {
            Id = said.LaunchTemplateId,
            OwnerId = document.AccountId,
            CreatedAt = _start,
            Visibility = Visibility.From(_start),
            Tags = new(said.Tags),
            Name = said.Name,
            DefaultVersion = said.DefaultVersion,
        };
        foreach (var version in said.Versions)
        {
            template.Add(Settings(version), version.Description, _start);
        }

        return template;
    }

    private static LaunchSettings Settings(LaunchTemplateVersionDocument said)
    {
        var tags = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        if (said.Tags.Count > 0)
        {
            tags.Add("instance", said.Tags);
        }

        return new()
        {
            ImageId = said.ImageId,
            InstanceType = said.InstanceType,
            KeyName = said.KeyName,
            SecurityGroupIds = said.SecurityGroupIds,
            SubnetId = said.SubnetId,
            IamInstanceProfileName = said.IamInstanceProfile,
            UserData = said.UserData,
            Tags = tags,
        };
    }
}
