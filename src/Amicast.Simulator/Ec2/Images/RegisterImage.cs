using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Makes an image from snapshots that there are; it is available as soon as it is registered.</summary>
/// <remarks>Supported are the block devices of EBS snapshots. A choice: an empty volume (a device with a size and no snapshot) is refused.</remarks>
internal sealed class RegisterImage : Operation
{
    private const string DefaultVolumeType = "gp2";

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        RequestErrors.RefuseUnsupported(
            parameters, "ImageLocation", "KernelId", "RamdiskId", "BootMode", "TpmSupport", "UefiData", "SriovNetSupport", "BillingProduct.1");
        var name = ImageName.Read(parameters);
        ImageName.CheckIsFree(name, call);
        var description = ImageName.ReadDescription(parameters.Text("Description"));
        var tags = TagSpecifications.Read(parameters, "image");
        var architecture = Choice(parameters, "Architecture", "x86_64", "arm64");
        Choice(parameters, "VirtualizationType", "hvm");
        var imds = parameters.Text("ImdsSupport") is not null ? Choice(parameters, "ImdsSupport", "v2.0") : null;
        var root = parameters.Required("RootDeviceName");
        var devices = parameters.Structures("BlockDeviceMapping").Select(mapping => Device(mapping, call)).ToList();
        if (devices.TrueForAll(device => device.DeviceName != root))
        {
            throw Invalid($"No snapshot is given for the root device '{root}'.");
        }

        return () => Register(call, new()
        {
            Id = call.Account.Ids.Next("ami"),
            OwnerId = call.AccountId,
            CreatedAt = call.Now,
            Visibility = call.NewVisibility()(),
            Tags = tags.For("image"),
            Name = name,
            Description = description,
            Architecture = architecture,
            RootDeviceName = root,
            Devices = devices,
            AvailableAt = call.Now,
            ImdsSupport = imds,
        });
    }

    private static Reply Register(Call call, Image image)
    {
        foreach (var device in image.Devices)
        {
            device.Snapshot.ImageIds.Add(image.Id);
        }

        call.Region.Images.Add(image);
        call.Announce(image);
        return response => response.Text("imageId", image.Id);
    }

    /// <summary>One of the values that are supported; the first, if none is given.</summary>
    private static string Choice(Parameters parameters, string name, params string[] values)
    {
        var value = parameters.Text(name) ?? values[0];
        return values.Contains(value) ? value : throw RequestErrors.InvalidValue(name, value);
    }

    private static ImageDevice Device(Parameters mapping, Call call)
    {
        var (name, ebs) = (mapping.Required("DeviceName"), mapping.Structure("Ebs"));
        if (ebs.Text("SnapshotId") is not { } id)
        {
            throw RequestErrors.Unsupported($"registering the device '{name}' without a snapshot");
        }

        var snapshot = call.OwnSnapshot(id).Completed(call.Now);
        if (ebs.Number("VolumeSize") is { } size && size < snapshot.SizeGiB)
        {
            throw Invalid($"Volume of size {size}GB is smaller than snapshot '{id}', expect size >= {snapshot.SizeGiB}GB");
        }

        return new(name, snapshot, ebs.Text("VolumeType") ?? DefaultVolumeType, ebs.Flag("DeleteOnTermination") ?? true);
    }

    private static Ec2Exception Invalid(string message) => new("InvalidBlockDeviceMapping", message);
}
