namespace Amicast.Requests;

/// <summary>Reads <c>image.blockDevices</c>: which of the instance's volumes stay out of the image, and what becomes of the others at termination.</summary>
/// <remarks>EC2 API reference, CreateImage: of an existing device nothing but DeleteOnTermination can be changed; size, type and encryption cannot.</remarks>
internal static class BlockDeviceReader
{
    internal static IReadOnlyList<RequestBlockDevice> Read(ObjectReader image, List<Problem> problems)
    {
        var devices = new List<RequestBlockDevice>();
        foreach (var (item, path) in image.Items("blockDevices"))
        {
            if (ObjectReader.Open(item, path, problems) is not { } reader || ReadDevice(reader) is not { } device)
            {
                continue;
            }

            if (devices.Exists(other => other.Device == device.Device))
            {
                reader.Report("device", "DuplicateDevice", $"'{device.Device}' is listed already", "give each device one entry");
            }

            devices.Add(device);
        }

        return devices;
    }

    private static RequestBlockDevice? ReadDevice(ObjectReader reader)
    {
        var device = reader.RequiredText("device", "name the device as the instance does, e.g. \"/dev/sdb\"");
        var excludes = reader.Flag("exclude", otherwise: false);
        bool? deletes = reader.Has("deleteOnTermination", out _) ? reader.Flag("deleteOnTermination", otherwise: true) : null;
        if (excludes == deletes.HasValue)
        {
            reader.Report("exclude", "NothingChanged", excludes ? "an excluded device has no 'deleteOnTermination'" : "nothing is said of the device",
                "write \"exclude\": true, or \"deleteOnTermination\": true or false");
        }

        reader.RefuseOthers();
        return device is null ? null : new RequestBlockDevice(reader.Path, device, excludes, deletes);
    }
}
