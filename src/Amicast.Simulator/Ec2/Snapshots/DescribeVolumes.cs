using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DescribeVolumes : DescribeOperation<Volume>
{
    private static readonly FilterTable<Volume> Table = new FilterTable<Volume>()
        .With("attachment.delete-on-termination", (volume, now) => FilterTable.Text(volume.AttachmentAt(now)?.DeleteOnTermination))
        .With("attachment.device", (volume, now) => volume.AttachmentAt(now)?.Device)
        .With("attachment.instance-id", (volume, now) => volume.AttachmentAt(now)?.InstanceId)
        .With("attachment.status", (volume, now) => volume.AttachmentAt(now) is null ? null : "attached")
        .With("availability-zone", (volume, _) => volume.Zone)
        .With("encrypted", (volume, _) => FilterTable.Text(volume.Key is not null))
        .With("size", (volume, _) => $"{volume.SizeGiB}")
        .With("snapshot-id", (volume, _) => volume.SnapshotId)
        .With("status", (volume, now) => volume.StatusAt(now))
        .With("volume-id", (volume, _) => volume.Id)
        .With("volume-type", (volume, _) => volume.VolumeType)
        .WithTags((volume, now) => volume.ShownTags(now));

    private protected override string IdParameter => "VolumeId";

    private protected override string SetElement => "volumeSet";

    private protected override FilterTable<Volume> Filters => Table;

    private protected override Shelf<Volume> ShelfOf(Region region) => region.Volumes;

    private protected override void CheckId(string id) => ResourceIds.Check(id, "vol", "InvalidVolumeID.Malformed");

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => new("InvalidVolume.NotFound", ids.Count == 1
        ? $"The volume '{ids[0]}' does not exist."
        : $"The volumes '{string.Join(", ", ids)}' do not exist.");

    private protected override void Write(ResponseWriter response, Volume item, Call call)
    {
        response.Text("volumeId", item.Id);
        response.Number("size", item.SizeGiB);
        response.Text("snapshotId", item.SnapshotId ?? "");
        response.Text("availabilityZone", item.Zone);
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
        response.WriteTags(item.ShownTags(call.Now));
        response.Text("volumeType", item.VolumeType);
        response.Flag("encrypted", item.Key is not null);
        response.Text("kmsKeyId", item.Key?.Arn);
        response.Flag("multiAttachEnabled", false);
    }
}
