using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads volumes of an account document: those of a Region, and those that stand with their instance.</summary>
internal static class VolumeReader
{
    private const int Largest = 65_536;
    private static readonly string[] OfTheVolume = ["sizeGiB", "volumeType", "encrypted", "kmsKeyId"];

    internal static EbsVolumeDocument Read(DocumentObject volume, RegionNames names)
    {
        var volumeId = volume.OwnId("volumeId", "vol", names.Ids);
        names.Volumes.Add(volumeId);
        return new(volumeId, ReadSize(volume))
        {
            VolumeType = volume.Text("volumeType") ?? "gp3",
            Encryption = KeyReader.ReadEncryption(volume, names.Keys),
            AvailabilityZone = ReadZone(volume, names),
            SnapshotId = volume.Id("snapshotId", "snap"),
            CreatedAt = volume.Moment("createdAt"),
            AvailableAt = volume.Moment("availableAt"),
            State = volume.Text("state", text => text is "available" or "error", "available or error") ?? "available",
            Tags = volume.TextByName("tags"),
        };
    }

    internal static VolumeDocument ReadAttached(DocumentObject volume, bool isRoot, HashSet<string> devices, RegionNames names)
    {
        var device = volume.RequiredText("device").Once(volume, "device", devices);
        var deleteOnTermination = volume.Flag("deleteOnTermination") ?? isRoot;
        var attachedAt = volume.Moment("attachedAt");
        var named = volume.Text("volumeId");
        if (named is not null && names.Volumes.Remove(named))
        {
            RefuseTwice(volume, OfTheVolume, "volumes");
            return new(device, named, null, "gp3", false, null, deleteOnTermination) { AttachedAt = attachedAt };
        }

        var volumeId = volume.OwnId("volumeId", "vol", names.Ids);
        var size = ReadSize(volume);
        var kmsKeyId = KeyReader.ReadName(volume, "kmsKeyId", names.Keys);
        return new(
            device,
            volumeId,
            size,
            volume.Text("volumeType") ?? "gp3",
            volume.Flag("encrypted") ?? kmsKeyId is not null,
            kmsKeyId,
            deleteOnTermination)
        {
            AttachedAt = attachedAt,
        };
    }

    internal static int ReadSize(DocumentObject at)
    {
        var size = at.Whole("sizeGiB", 1, Largest);
        if (size is null && !at.HasProblemAt("sizeGiB"))
        {
            at.Report("sizeGiB", "MissingProperty", "'sizeGiB' is missing.", "Add 'sizeGiB'.");
        }

        return size ?? 1;
    }

    internal static string? ReadZone(DocumentObject at, RegionNames names) =>
        at.Text("availabilityZone", names.Zones.Contains, $"one of the Region's zones: {string.Join(", ", names.Zones)}");

    /// <summary>Reports what is said here of something that is described in a list of the Region.</summary>
    internal static void RefuseTwice(DocumentObject at, IReadOnlyList<string> properties, string list)
    {
        foreach (var property in properties.Where(at.Has))
        {
            at.Report(property, "Duplicate", $"The Region's '{list}' say this already.", "Say it there only.");
        }
    }
}
