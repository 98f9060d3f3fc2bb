using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes volumes of an account document.</summary>
internal static class VolumeWriter
{
    internal static DocumentWriter Write(EbsVolumeDocument volume) => new DocumentWriter()
        .Text("volumeId", volume.VolumeId)
        .Whole("sizeGiB", volume.SizeGiB)
        .Text("volumeType", volume.VolumeType, "gp3")
        .With(volume.Encryption, Encryption)
        .Text("availabilityZone", volume.AvailabilityZone)
        .Text("snapshotId", volume.SnapshotId)
        .Moment("createdAt", volume.CreatedAt)
        .Moment("availableAt", volume.AvailableAt)
        .Text("state", volume.State, "available")
        .TextByName("tags", volume.Tags);

    /// <summary>A volume with its instance; what its Region's volumes say of it is not said here.</summary>
    internal static DocumentWriter Attached(VolumeDocument volume)
    {
        var writer = new DocumentWriter().Text("device", volume.Device).Text("volumeId", volume.VolumeId);
        if (volume.SizeGiB is { } sizeGiB)
        {
            writer.Whole("sizeGiB", sizeGiB).Text("volumeType", volume.VolumeType, "gp3").With(new EncryptionDocument(volume.Encrypted, volume.KmsKeyId, null), Encryption);
        }

        return writer.Flag("deleteOnTermination", volume.DeleteOnTermination, unless: null).Moment("attachedAt", volume.AttachedAt);
    }

    /// <summary>Whether it is encrypted needs to be said only where a key, or the want of one, does not say it.</summary>
    internal static DocumentWriter Encryption(DocumentWriter writer, EncryptionDocument encryption) => writer
        .Flag("encrypted", encryption.Encrypted, unless: (encryption.KmsKeyId ?? encryption.MissingKmsKeyId) is not null)
        .Text("kmsKeyId", encryption.KmsKeyId)
        .Text("missingKmsKeyId", encryption.MissingKmsKeyId);
}
