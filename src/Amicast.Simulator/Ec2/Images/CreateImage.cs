using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Images;

internal sealed class CreateImage : Operation
{
    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        RequestErrors.RefuseUnsupported(parameters, "SnapshotLocation");
        var instance = call.Instance(parameters.Required("InstanceId"));
        var name = ImageName.Read(parameters);
        var description = ImageName.ReadDescription(parameters.Text("Description"));
        var noReboot = parameters.Flag("NoReboot") == true;
        var tags = TagSpecifications.Read(parameters, "image", "snapshot");
        CheckState(instance, call.Now);
        var devices = CreateImageDevices.Read(parameters, instance, call);
        ImageName.CheckIsFree(name, call);
        call.CheckNewSnapshots(devices.Select(device => device.Volume));
        return () =>
        {
            var image = Make(call, instance, devices, tags, name, description);
            if (!noReboot)
            {
                instance.Life.Reboot(call.Now, call.Account.Durations);
            }

            return response => response.Text("imageId", image.Id);
        };
    }

    private static void CheckState(Instance instance, DateTimeOffset now)
    {
        if (instance.Life.StateAt(now) != InstanceState.Running && instance.Life.StateAt(now) != InstanceState.Stopped)
        {
            throw RequestErrors.InvalidValue("Instance is not in state 'running' or 'stopped'.");
        }
    }

    private static Image Make(
        Call call,
        Instance instance,
        IReadOnlyList<CreateImageDevices.Device> devices,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> tags,
        string name,
        string? description)
    {
        var account = call.Account;
        var visibility = call.NewVisibility();
        var imageId = account.Ids.Next("ami");
        var durations = devices.Select(device => VolumeSnapshot.Duration(call, device.Volume)).ToList();
        var course = ImageCourse.Draw(call, durations, ImageErrors.CreateFailed, isDoomed: !devices.All(device => call.CanUse(device.Volume.Key)));
        var imageDevices = devices.Select((device, i) =>
        {
            var snapshot = new Snapshot
            {
                Id = account.Ids.Next("snap"),
                OwnerId = account.Id,
                CreatedAt = call.Now,
                Visibility = visibility(),
                Tags = tags.For("snapshot"),
                VolumeId = device.Volume.Id,
                Lineage = device.Volume.Id,
                SizeGiB = device.Volume.SizeGiB,
                Description = $"Created by CreateImage({instance.Id}) for {imageId}",
                Key = device.Volume.Key,
                Course = course.Snapshots[i],
            };
            snapshot.ImageIds.Add(imageId);
            device.Volume.Snapshots.Add(snapshot);
            call.Region.Snapshots.Add(snapshot);
            call.Region.Lineages.Remember(snapshot);
            return new ImageDevice(device.DeviceName, snapshot, device.Volume.VolumeType, device.DeleteOnTermination);
        }).ToList();
        var image = new Image
        {
            Id = imageId,
            OwnerId = account.Id,
            CreatedAt = call.Now,
            Visibility = visibility(),
            Tags = tags.For("image"),
            Name = name,
            Description = description,
            Architecture = instance.Architecture,
            RootDeviceName = instance.RootDeviceName,
            Devices = imageDevices,
            AvailableAt = course.AvailableAt,
            Mishap = course.Mishap,
            SnapshotsShownAt = course.SnapshotsShownAt(call.Now),
            ProductCodes = instance.ProductCodes,
            SourceInstanceId = instance.Id,
        };
        call.Region.Images.Add(image);
        call.Announce(image);
        call.AnnounceSnapshots(imageDevices.Select(device => device.Snapshot));
        return image;
    }
}
