using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

internal sealed class DescribeInstances : DescribeOperation<Instance>
{
    private static readonly FilterTable<Instance> Table = new FilterTable<Instance>()
        .With("architecture", (instance, _) => instance.Architecture)
        .With("availability-zone", (instance, _) => instance.Zone)
        .WithCall("availability-zone-id", (instance, call) => [ZoneId.Of(call.Region, instance.Zone)])
        .WithMany("block-device-mapping.attach-time", (instance, now) =>
            instance.VolumesAt(now).Select(volume => FilterTable.Text(volume.Attachment!.AttachedAt)))
        .WithMany("block-device-mapping.delete-on-termination", (instance, now) =>
            instance.VolumesAt(now).Select(volume => FilterTable.Text(volume.Attachment!.DeleteOnTermination)))
        .WithMany("block-device-mapping.device-name", (instance, now) => instance.VolumesAt(now).Select(volume => volume.Attachment!.Device))
        .WithMany("block-device-mapping.status", (instance, now) => instance.VolumesAt(now).Select(_ => "attached"))
        .WithMany("block-device-mapping.volume-id", (instance, now) => instance.VolumesAt(now).Select(volume => volume.Id))
        .With("client-token", (instance, _) => instance.ClientToken)
        .With("ebs-optimized", (instance, _) => FilterTable.Text(instance.EbsOptimized))
        .With("ena-support", (_, _) => "true")
        .With("enclave-options.enabled", (_, _) => "false")
        .With("hibernation-options.configured", (_, _) => "false")
        .With("hypervisor", (_, _) => "xen")
        .With("iam-instance-profile.arn", (instance, _) => instance.IamInstanceProfileArn)
        .With("image-id", (instance, _) => instance.ImageId)
        .With("instance-id", (instance, _) => instance.Id)
        .With("instance-lifecycle", (instance, _) => instance.IsSpot ? "spot" : null)
        .With("instance-state-code", (instance, now) => $"{instance.Life.StateAt(now).Code}")
        .With("instance-state-name", (instance, now) => instance.Life.StateAt(now).Name)
        .With("instance-type", (instance, _) => instance.InstanceType)
        .WithMany("instance.group-id", (instance, _) => instance.SecurityGroupIds)
        .WithCall("instance.group-name", (instance, call) => instance.SecurityGroupIds.Select(id => InstanceXml.GroupName(id, call.Region)))
        .With("key-name", (instance, _) => instance.KeyName)
        .With("launch-index", (instance, _) => $"{instance.LaunchIndex}")
        .With("launch-time", (instance, _) => FilterTable.Text(instance.LaunchedAt))
        .With("metadata-options.http-endpoint", (instance, _) => instance.Metadata.HttpEndpoint)
        .With("metadata-options.http-put-response-hop-limit", (instance, _) => $"{instance.Metadata.HttpPutResponseHopLimit}")
        .With("metadata-options.http-tokens", (instance, _) => instance.Metadata.HttpTokens)
        .With("metadata-options.state", (_, _) => "applied")
        .With("monitoring-state", (instance, _) => instance.Monitoring ? "enabled" : "disabled")
        .With("operator.managed", (_, _) => "false")
        .With("owner-id", (instance, _) => instance.OwnerId)
        .With("platform-details", (_, _) => "Linux/UNIX")
        .WithCall("private-dns-name", (instance, call) => [InstanceXml.PrivateDnsName(instance, call.Region)])
        .With("private-ip-address", (instance, _) => instance.PrivateIpAddress)
        .With("reason", (instance, now) => instance.Life.ReasonAt(now)?.Message)
        .With("reservation-id", (instance, _) => instance.ReservationId)
        .WithMany("product-code", (instance, _) => instance.ProductCodes)
        .WithMany("product-code.type", (instance, _) => instance.ProductCodes.Select(_ => ProductCodeXml.Type))
        .With("root-device-name", (instance, _) => instance.RootDeviceName)
        .With("root-device-type", (_, _) => "ebs")
        .With("source-dest-check", (_, _) => "true")
        .With("state-reason-code", (instance, now) => instance.Life.ReasonAt(now)?.Code)
        .With("state-reason-message", (instance, now) => instance.Life.ReasonAt(now)?.Message)
        .With("subnet-id", (instance, _) => instance.SubnetId)
        .With("tenancy", (_, _) => "default")
        .With("usage-operation", (_, _) => "RunInstances")
        .With("virtualization-type", (_, _) => "hvm")
        .With("vpc-id", (instance, _) => instance.VpcId)
        .WithNone(
            "affinity", "capacity-reservation-id", "dns-name", "host-id", "ip-address", "ipv6-address", "kernel-id", "operator.principal",
            "outpost-arn", "placement-group-name", "placement-partition-number", "platform", "ramdisk-id",
            "requester-id", "tpm-support")
        .Refusing(
            "boot-mode", "capacity-reservation-specification.", "current-instance-boot-mode", "iam-instance-profile.id",
            "maintenance-options.auto-recovery", "metadata-options.", "network-interface.", "network-performance-options.",
            "private-dns-name-options.", "spot-instance-request-id", "usage-operation-update-time")
        .WithTags((instance, call) => instance.TagsShownTo(call));

    private protected override string IdParameter => "InstanceId";

    private protected override string SetElement => "reservationSet";

    private protected override FilterTable<Instance> Filters => Table;

    private protected override Shelf<Instance> ShelfOf(Region region) => region.Instances;

    private protected override void CheckId(string id) => InstanceErrors.CheckId(id);

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => InstanceErrors.NotFound(ids);

    private protected override void WriteAll(ResponseWriter response, IReadOnlyList<Instance> items, Call call) => response.List(
        SetElement,
        items.GroupBy(instance => instance.ReservationId),
        (writer, reservation) => writer.WriteReservation(reservation, call.Region, call.Now));

    private protected override void Write(ResponseWriter response, Instance item, Call call) => response.WriteReservation([item], call.Region, call.Now);
}
