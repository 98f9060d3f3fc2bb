using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Instances;

namespace Amicast.Simulator.Account;

/// <summary>Reads an instance of an account document.</summary>
internal static class InstanceReader
{
    internal static InstanceDocument Read(DocumentObject instance, RegionNames names)
    {
        var instanceId = instance.OwnId("instanceId", "i", names.Ids);
        var instanceType = instance.RequiredText("instanceType", InstanceTypes.IsWellFormed, "an instance type such as m7i.large");
        var state = instance.Text("state", text => text is "running" or "stopped", "running or stopped");
        var devices = new HashSet<string>();
        var volumes = instance.Objects("volumes", volume => VolumeReader.ReadAttached(volume, devices.Count == 0, devices, names));
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
            instance.Id("imageId", "ami"),
            volumes,
            instance.TextByName("tags"))
        {
            RootDeviceName = instance.Text("rootDeviceName", devices.Contains, "the device of one of the volumes"),
            LaunchTime = instance.Moment("launchTime"),
            Place = InstanceLaunchReader.ReadPlace(instance, names),
            Launch = InstanceLaunchReader.Read(instance),
            Status = instance.Text("status", text => text is "ok" or "impaired", "ok or impaired") ?? "ok",
            RunningAt = instance.Moment("runningAt"),
            StatusCheckedAt = instance.Moment("statusCheckedAt"),
            StateReason = instance.Object("stateReason", SnapshotReader.ReadReason),
            Termination = instance.Object("termination", ReadTermination),
        };
    }

    internal static string? ReadArchitecture(DocumentObject at) =>
        at.Text("architecture", text => text is "x86_64" or "arm64", "x86_64 or arm64");

    private static TerminationDocument ReadTermination(DocumentObject termination) => new(
        termination.RequiredMoment("at"),
        termination.RequiredMoment("terminatedAt"),
        termination.Object("reason", SnapshotReader.ReadReason));
}
