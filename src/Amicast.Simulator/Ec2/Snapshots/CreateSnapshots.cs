using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>Snapshots of all volumes of an instance at one moment, but those that are excluded.</summary>
internal sealed class CreateSnapshots : Operation
{
    internal override Effect Prepare(Call call)
    {
        RequestErrors.RefuseUnsupported(call.Parameters, "OutpostArn", "Location");
        var volumes = VolumesOf(call);
        var description = VolumeSnapshot.ReadDescription(call);
        var tags = TagSpecifications.Read(call.Parameters, "snapshot");
        var copiesTags = call.Parameters.Text("CopyTagsFromSource") switch
        {
            null => false,
            "volume" => true,
            var other => throw RequestErrors.InvalidValue("CopyTagsFromSource", other),
        };
        call.CheckNewSnapshots(volumes);
        return () =>
        {
            var snapshots = volumes.Select(volume => VolumeSnapshot.Take(call, volume, description, Tags(volume, tags.For("snapshot"), copiesTags))).ToList();
            call.AnnounceSet(snapshots);
            return response => response.List("snapshotSet", snapshots, (writer, snapshot) => Write(writer, snapshot, call));
        };
    }

    internal static IReadOnlyList<Volume> VolumesOf(Call call)
    {
        var which = call.Parameters.Structure("InstanceSpecification");
        var instance = call.Instance(which.Required("InstanceId"));
        var excluded = which.List("ExcludeDataVolumeId");
        var volumes = instance.VolumesAt(call.Now).ToList();
        if (excluded.FirstOrDefault(id => volumes.TrueForAll(volume => volume.Id != id || IsBoot(volume, instance))) is { } unknown)
        {
            throw RequestErrors.InvalidValue($"The volume '{unknown}' is no data volume of the instance '{instance.Id}'.");
        }

        var withoutBoot = which.Flag("ExcludeBootVolume") == true;
        var chosen = volumes.Where(volume => !excluded.Contains(volume.Id) && !(withoutBoot && IsBoot(volume, instance))).ToList();
        return chosen.Count > 0 ? chosen : throw RequestErrors.InvalidValue("No volume is left to make a snapshot of.");
    }

    private static bool IsBoot(Volume volume, Instance instance) => volume.Attachment?.Device == instance.RootDeviceName;

    /// <summary>A tag that the request gives goes before the volume's own.</summary>
    private static TagSet Tags(Volume volume, TagSet asked, bool copies)
    {
        var own = volume.Tags.Where(tag => copies && !asked.ContainsKey(tag.Key) && !tag.Key.StartsWith("aws:", StringComparison.Ordinal));
        return new([.. own, .. asked]);
    }

    /// <summary>Unlike anywhere else, the status is called state here.</summary>
    private static void Write(ResponseWriter response, Snapshot snapshot, Call call)
    {
        response.Text("description", snapshot.Description);
        response.WriteTags(snapshot.TagsShownTo(call));
        response.Flag("encrypted", snapshot.Key is not null);
        response.Text("volumeId", snapshot.VolumeId);
        response.Text("state", snapshot.Course.StatusAt(call.Now));
        response.Number("volumeSize", snapshot.SizeGiB);
        response.Moment("startTime", snapshot.CreatedAt);
        response.Text("progress", snapshot.Course.ProgressAt(call.Now));
        response.Text("ownerId", snapshot.OwnerId);
        response.Text("snapshotId", snapshot.Id);
    }
}
