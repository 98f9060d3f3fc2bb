using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Describing;

/// <summary>Reads the volumes of an instance of the output, the root volume first.</summary>
internal static class DescribedVolume
{
    /// <summary>A choice: the output says nothing of volumes but how they are attached.</summary>
    internal const int SizeGiB = 8;

    internal static IReadOnlyList<VolumeDocument> Read(DocumentObject instance, string? root, HashSet<string> ids)
    {
        var volumes = instance.Objects("BlockDeviceMappings", mapping => ReadMapping(mapping, root, ids)).OfType<VolumeDocument>().ToList();
        if (volumes.Count == 0)
        {
            instance.Report("BlockDeviceMappings", "MissingProperty", "The instance has no volume.", "Leave the instance out, or describe it while its volumes are attached.");
        }

        return [.. volumes.OrderBy(volume => volume.Device != root)];
    }

    private static VolumeDocument? ReadMapping(DocumentObject mapping, string? root, HashSet<string> ids)
    {
        var device = mapping.RequiredText("DeviceName");
        return mapping.Object("Ebs", ebs => new VolumeDocument(
            device, ebs.OwnId("VolumeId", "vol", ids), SizeGiB, "gp3", Encrypted: false, KmsKeyId: null, ebs.Flag("DeleteOnTermination") ?? device == root)
        {
            AttachedAt = ebs.Moment("AttachTime"),
        });
    }
}
