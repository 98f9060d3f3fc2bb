using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Which of an instance's volumes go into an image: all, but those that the request's BlockDeviceMapping excludes.</summary>
internal static class CreateImageDevices
{
    /// <exception cref="Ec2Exception">InvalidBlockDeviceMapping, MissingParameter, UnsupportedOperation.</exception>
    internal static IReadOnlyList<Device> Read(Parameters parameters, Instance instance, Call call)
    {
        var devices = instance.VolumesAt(call.Now)
            .Select(volume => new Device(volume.Attachment!.Device, volume, volume.Attachment.DeleteOnTermination))
            .ToList();
        foreach (var mapping in parameters.Structures("BlockDeviceMapping"))
        {
            Apply(mapping, devices, instance);
        }

        return devices;
    }

    private static void Apply(Parameters mapping, List<Device> devices, Instance instance)
    {
        var name = mapping.Required("DeviceName");
        var at = devices.FindIndex(device => device.DeviceName == name);
        if (at < 0)
        {
            throw mapping.Text("NoDevice") is null
                ? RequestErrors.Unsupported($"adding the device '{name}' to an image by {mapping.FullName("DeviceName")}")
                : Invalid($"The device '{name}' is not attached to the instance '{instance.Id}'.");
        }

        if (mapping.Text("NoDevice") is not null)
        {
            if (name == instance.RootDeviceName)
            {
                throw Invalid($"The root device '{name}' cannot be excluded from an image.");
            }

            devices.RemoveAt(at);
            return;
        }

        var ebs = mapping.Structure("Ebs");
        if (ebs.Members().FirstOrDefault(member => member != "DeleteOnTermination") is { } member)
        {
            throw Invalid($"Only DeleteOnTermination can be changed of the existing device '{name}', not {member}.");
        }

        devices[at] = devices[at] with { DeleteOnTermination = ebs.Flag("DeleteOnTermination") ?? devices[at].DeleteOnTermination };
    }

    private static Ec2Exception Invalid(string message) => new("InvalidBlockDeviceMapping", message);

    internal sealed record Device(string DeviceName, Volume Volume, bool DeleteOnTermination);
}
