using Amicast.Simulator.Ec2.Limits;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;
using Amicast.Simulator.Iam.Authorization.Ec2;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Sent to the destination Region. Launch permissions never come along; tags only with CopyImageTags.</summary>
internal sealed class CopyImage : Operation
{
    internal override bool TakesClientToken => true;

    internal override int LongestToken => 128;

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        RequestErrors.RefuseUnsupported(parameters, "DestinationOutpostArn", "DestinationAvailabilityZone", "DestinationAvailabilityZoneId");
        var name = ImageName.Read(parameters);
        var source = call.Account.RegionNamed(parameters.Required("SourceRegion"));
        var image = call.Image(source, parameters.Required("SourceImageId")).Available(call.Now);
        CheckStorage(image, call);
        var wanted = new Wanted(
            name,
            ImageName.ReadDescription(parameters.Text("Description")),
            Encryption.Read(parameters, call.Region),
            CopyCompletion.Read(parameters, "SnapshotCopyCompletionDurationMinutes"),
            TagsOf(call, image));
        call.CheckSnapshotCopies(image.Devices.Count);
        return () =>
        {
            var copy = Make(call, source, image, wanted);
            return response => response.Text("imageId", copy.Id);
        };
    }

    /// <summary>The source's own tags come along only when asked for; a tag that the request gives as well is the request's.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> TagsOf(Call call, Image source)
    {
        var tags = TagSpecifications.Read(call.Parameters, "image", "snapshot").ToDictionary(pair => pair.Key, pair => pair.Value);
        if (call.Parameters.Flag("CopyImageTags") == true && source.OwnerId == call.AccountId)
        {
            var merged = new TagSet(source.Tags.Where(tag => !tag.Key.StartsWith("aws:", StringComparison.Ordinal)));
            foreach (var (key, value) in tags.GetValueOrDefault("image", TagSet.None))
            {
                merged.Set(key, value);
            }

            tags["image"] = merged;
        }

        return tags;
    }

    private static Image Make(Call call, Region sourceRegion, Image source, Wanted wanted)
    {
        var account = call.Account;
        var visibility = call.NewVisibility();
        var imageId = account.Ids.Next("ami");
        var keys = source.Devices.Select(device => wanted.Encryption.ForCopy(device.Snapshot.Key is not null, call.Region)).ToList();
        var durations = source.Devices.Select((device, i) => CopyDuration.Draw(call, device.Snapshot, sourceRegion, keys[i], wanted.Completion)).ToList();
        var canEncrypt = keys.TrueForAll(call.CanUse) && source.Devices.All(device => call.CanUse(device.Snapshot.Key))
            && source.Devices.Zip(keys, (device, key) => (device.Snapshot.Key, key)).Distinct().All(pair => call.MayEncrypt(pair.Item1, pair.Item2));
        var course = ImageCourse.Draw(call, durations, ImageErrors.CopyFailed, isDoomed: !canEncrypt);
        var devices = source.Devices.Select((device, i) => device with
        {
            Snapshot = Copy(device.Snapshot, call, (source.Id, imageId), wanted, keys[i], visibility(), course.Snapshots[i]),
        }).ToList();
        var image = new Image
        {
            Id = imageId,
            OwnerId = account.Id,
            CreatedAt = call.Now,
            Visibility = visibility(),
            Tags = wanted.Tags.For("image"),
            Name = wanted.Name,
            Description = wanted.Description ?? $"[Copied {source.Id} from {sourceRegion.Name}] {source.Name}",
            Architecture = source.Architecture,
            RootDeviceName = source.RootDeviceName,
            Devices = devices,
            AvailableAt = course.AvailableAt,
            Mishap = course.Mishap,
            SnapshotsShownAt = course.SnapshotsShownAt(call.Now + (course.AvailableAt - call.Now) * account.Durations.Fraction()),
            ProductCodes = source.ProductCodes,
            SourceImageId = source.Id,
            SourceImageRegion = sourceRegion.Name,
            ImdsSupport = source.ImdsSupport,
        };
        call.Region.Images.Add(image);
        call.Announce(image);
        call.AnnounceCopies(sourceRegion, source.Devices.Zip(devices, (one, copy) => (one.Snapshot, copy.Snapshot)));
        return image;
    }

    /// <summary>To launch an image, its launch permission is enough; to copy it, its snapshots are needed as well.</summary>
    private static void CheckStorage(Image image, Call call)
    {
        if (!image.Devices.All(device => device.Snapshot.IsVisibleTo(call.AccountId)))
        {
            throw ImageErrors.StorageNotShared();
        }
    }

    private static Snapshot Copy(
        Snapshot source, Call call, (string Source, string Copy) images, Wanted wanted, KmsKey? key, Visibility visibility, SnapshotCourse course)
    {
        var copy = new Snapshot
        {
            Id = call.Account.Ids.Next("snap"),
            OwnerId = call.AccountId,
            CreatedAt = call.Now,
            Visibility = visibility.NotBefore(call.Now + call.Account.Durations.CopyStart()),
            Tags = wanted.Tags.For("snapshot"),
            VolumeId = Snapshot.NoVolume,
            Lineage = source.Lineage,
            IsIncremental = call.Region.Lineages.Has(source.Lineage, key, call.Now),
            SizeGiB = source.SizeGiB,
            Description = $"Copied for DestinationAmi {images.Copy} from SourceAmi {images.Source} for SourceSnapshot {source.Id}. " +
                $"Task created on {call.Now.ToUnixTimeMilliseconds():N0}.",
            Key = key,
            Course = course,
            CompletionDurationMinutes = (int?)wanted.Completion?.TotalMinutes,
        };
        copy.ImageIds.Add(images.Copy);
        call.Region.Snapshots.Add(copy);
        call.Region.Lineages.Remember(copy);
        return copy;
    }

    private sealed record Wanted(
        string Name,
        string? Description,
        Encryption Encryption,
        TimeSpan? Completion,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tags);
}
