using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

/// <summary>A volume as DescribeVolumes and CreateVolume show it.</summary>
internal static class VolumeXml
{
    internal static void Write(ResponseWriter response, Volume item, Call call)
    {
        response.Text("volumeId", item.Id);
        response.Number("size", item.SizeGiB);
        response.Text("snapshotId", item.SnapshotId ?? "");
        response.Text("availabilityZone", item.Zone);
        response.Text("availabilityZoneId", ZoneId.Of(call.Region, item.Zone));
        response.Text("status", item.StatusAt(call.Now));
        response.Moment("createTime", item.CreatedAt);
        response.List("attachmentSet", item.AttachmentAt(call.Now) is { } attachment ? [attachment] : Array.Empty<Attachment>(), (writer, at) =>
        {
            writer.Text("volumeId", item.Id);
            writer.Text("instanceId", at.InstanceId);
            writer.Text("device", at.Device);
            writer.Text("status", "attached");
            writer.Moment("attachTime", at.AttachedAt);
            writer.Flag("deleteOnTermination", at.DeleteOnTermination);
        });
        response.WriteTags(item.TagsShownTo(call));
        response.Text("volumeType", item.VolumeType);
        response.Flag("encrypted", item.Key is not null);
        response.Text("kmsKeyId", item.Key?.Arn);
        response.Flag("multiAttachEnabled", false);
        response.Flag("fastRestored", false);
        response.WriteFlag("operator", "managed", false);
    }
}
