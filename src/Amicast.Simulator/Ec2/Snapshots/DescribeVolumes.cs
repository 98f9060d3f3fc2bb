using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Snapshots;

internal sealed class DescribeVolumes : DescribeOperation<Volume>
{
    private static readonly FilterTable<Volume> Table = new FilterTable<Volume>()
        .With("attachment.attach-time", (volume, now) => FilterTable.Text(volume.AttachmentAt(now)?.AttachedAt))
        .With("attachment.delete-on-termination", (volume, now) => FilterTable.Text(volume.AttachmentAt(now)?.DeleteOnTermination))
        .With("attachment.device", (volume, now) => volume.AttachmentAt(now)?.Device)
        .With("attachment.instance-id", (volume, now) => volume.AttachmentAt(now)?.InstanceId)
        .With("attachment.status", (volume, now) => volume.AttachmentAt(now) is null ? null : "attached")
        .With("availability-zone", (volume, _) => volume.Zone)
        .WithCall("availability-zone-id", (volume, call) => [ZoneId.Of(call.Region, volume.Zone)])
        .With("create-time", (volume, _) => FilterTable.Text(volume.CreatedAt))
        .With("encrypted", (volume, _) => FilterTable.Text(volume.Key is not null))
        .With("fast-restored", (_, _) => "false")
        .With("multi-attach-enabled", (_, _) => "false")
        .With("operator.managed", (_, _) => "false")
        .With("size", (volume, _) => $"{volume.SizeGiB}")
        .With("snapshot-id", (volume, _) => volume.SnapshotId)
        .With("status", (volume, now) => volume.StatusAt(now))
        .With("volume-id", (volume, _) => volume.Id)
        .With("volume-type", (volume, _) => volume.VolumeType)
        .WithNone("operator.principal")
        .WithTags((volume, call) => volume.TagsShownTo(call));

    private protected override string IdParameter => "VolumeId";

    private protected override string SetElement => "volumeSet";

    private protected override FilterTable<Volume> Filters => Table;

    private protected override Shelf<Volume> ShelfOf(Region region) => region.Volumes;

    private protected override void CheckId(string id) => VolumeErrors.CheckId(id);

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => VolumeErrors.NotFound(ids);

    private protected override void Write(ResponseWriter response, Volume item, Call call) => VolumeXml.Write(response, item, call);
}
