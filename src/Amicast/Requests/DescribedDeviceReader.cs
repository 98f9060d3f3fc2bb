namespace Amicast.Requests;

/// <summary>Reads the <c>blockDevices</c> of a description of instances.</summary>
internal static class DescribedDeviceReader
{
    private const int LargestGiB = 65_536;
    private const int MostIops = 256_000;
    private const int MostThroughput = 2_000;
    private static readonly string[] VolumeTypes = ["gp2", "gp3", "io1", "io2", "st1", "sc1", "standard"];

    internal static List<DescribedDevice> Read(ObjectReader owner)
    {
        var devices = new List<DescribedDevice>();
        foreach (var reader in owner.Objects("blockDevices"))
        {
            if (ReadOne(reader) is not { } device)
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

    private static DescribedDevice? ReadOne(ObjectReader reader)
    {
        var device = reader.RequiredText("device", "name the device, e.g. /dev/sdb");
        var read = new DescribedDevice(
            device ?? "",
            reader.Flag("exclude", otherwise: false),
            reader.OptionalNumber("sizeGiB", least: 1, most: LargestGiB),
            reader.OneOf("volumeType", VolumeTypes),
            reader.OptionalNumber("iops", least: 100, most: MostIops),
            reader.OptionalNumber("throughput", least: 125, most: MostThroughput),
            reader.OptionalFlag("deleteOnTermination"),
            reader.OptionalFlag("encrypted"),
            reader.Text("kmsKeyId"));
        Check(reader, read);
        reader.RefuseOthers();
        return device is null ? null : read;
    }

    private static void Check(ObjectReader reader, DescribedDevice device)
    {
        if (device.Exclude && device != new DescribedDevice(device.Device, Exclude: true))
        {
            reader.Report("exclude", "Conflict", "more is said of a device that is left out", "keep 'exclude' alone, or take it out");
        }

        if (device is { KmsKeyId: not null, Encrypted: not true })
        {
            reader.Report("kmsKeyId", "Conflict", "a key is named and 'encrypted' is not true", "write \"encrypted\": true");
        }
    }
}
