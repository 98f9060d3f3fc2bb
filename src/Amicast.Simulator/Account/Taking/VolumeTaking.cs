using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Kms;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down a volume, for its Region, and how it is attached, for its instance.</summary>
internal static class VolumeTaking
{
    internal static EbsVolumeDocument Of(Volume volume, DateTimeOffset now) => new(volume.Id, volume.SizeGiB)
    {
        VolumeType = volume.VolumeType,
        Encryption = Encryption(volume.Key),
        AvailabilityZone = volume.Zone,
        SnapshotId = volume.SnapshotId,
        CreatedAt = volume.CreatedAt,
        AvailableAt = volume.AvailableAt > now ? volume.AvailableAt : null,
        State = volume.IsLost ? "error" : "available",
        Tags = new OrderedDictionary<string, string>(volume.Tags),
    };

    internal static VolumeDocument Attached(Volume volume) => new(
        volume.Attachment!.Device, volume.Id, SizeGiB: null, "gp3", Encrypted: false, KmsKeyId: null, volume.Attachment.DeleteOnTermination)
    {
        AttachedAt = volume.Attachment.AttachedAt,
    };

    /// <summary>By the key's ARN; a key that does not exist has the name that a request gave it.</summary>
    internal static EncryptionDocument Encryption(KmsKey? key) => key switch
    {
        null => EncryptionDocument.None,
        { Exists: false } when !key.Arn.StartsWith("arn:", StringComparison.Ordinal) => new(Encrypted: true, KmsKeyId: null, key.Arn),
        _ => new(Encrypted: true, key.Arn, MissingKmsKeyId: null),
    };
}
