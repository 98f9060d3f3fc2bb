using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account;

/// <summary>Reads an instance of an account document.</summary>
internal static class InstanceReader
{
    private const int LargestVolume = 65_536;

    /// <param name="seen">The ids that the Region has already.</param>
    /// <param name="keys">The ids and aliases of the Region's KMS keys.</param>
    internal static InstanceDocument Read(DocumentObject instance, HashSet<string> seen, IReadOnlySet<string> keys)
    {
        var instanceId = ReadId(instance, "instanceId", "i", seen) ?? "";
        var instanceType = instance.RequiredText("instanceType", InstanceTypes.IsWellFormed, "an instance type such as m7i.large");
        var state = instance.Text("state", text => text is "running" or "stopped", "running or stopped");
        var devices = new HashSet<string>();
        var volumes = instance.Objects("volumes", volume => ReadVolume(volume, devices.Count == 0, devices, seen, keys));
        if (volumes.Count == 0)
        {
            instance.Report("volumes", "MissingProperty", "The instance has no volume.", "List at least its root volume.");
        }

        return new(
            instanceId,
            instance.Text("name"),
            instanceType,
            ReadArchitecture(instance) ?? InstanceTypes.ArchitectureOf(instanceType),
            state ?? "running",
            ReadId(instance, "imageId", "ami", seen: null, isRequired: false),
            volumes,
            instance.TextByName("tags"));
    }

    internal static string? ReadArchitecture(DocumentObject at) =>
        at.Text("architecture", text => text is "x86_64" or "arm64", "x86_64 or arm64");

    /// <param name="seen">If given, the id must not be among these; it is then.</param>
    internal static string? ReadId(DocumentObject at, string property, string prefix, HashSet<string>? seen, bool isRequired = true)
    {
        var form = $"an id such as {prefix}-0123456789abcdef0";
        var id = isRequired
            ? at.RequiredText(property, text => ResourceIds.IsWellFormed(text, prefix), form)
            : at.Text(property, text => ResourceIds.IsWellFormed(text, prefix), form);
        return seen is null ? id : id?.Once(at, property, seen);
    }

    internal static int ReadSize(DocumentObject at)
    {
        var size = at.Whole("sizeGiB", 1, LargestVolume);
        if (size is null && !at.HasProblemAt("sizeGiB"))
        {
            at.Report("sizeGiB", "MissingProperty", "'sizeGiB' is missing.", "Add 'sizeGiB'.");
        }

        return size ?? 1;
    }

    private static VolumeDocument ReadVolume(
        DocumentObject volume, bool isRoot, HashSet<string> devices, HashSet<string> seen, IReadOnlySet<string> keys)
    {
        var device = volume.RequiredText("device").Once(volume, "device", devices);
        var volumeId = ReadId(volume, "volumeId", "vol", seen) ?? "";
        var size = ReadSize(volume);
        var kmsKeyId = KeyReader.ReadName(volume, "kmsKeyId", keys);
        return new(
            device,
            volumeId,
            size,
            volume.Text("volumeType") ?? "gp3",
            volume.Flag("encrypted") ?? kmsKeyId is not null,
            kmsKeyId,
            volume.Flag("deleteOnTermination") ?? isRoot);
    }
}
