using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>Instances and their reservations, as DescribeInstances and RunInstances show them.</summary>
internal static class InstanceXml
{
    internal static void WriteState(this ResponseWriter response, string name, InstanceState state)
    {
        response.Open(name);
        response.Number("code", state.Code);
        response.Text("name", state.Name);
        response.Close(name);
    }

    /// <summary>A structure of one flag.</summary>
    internal static void WriteFlag(this ResponseWriter response, string structure, string name, bool value)
    {
        response.Open(structure);
        response.Flag(name, value);
        response.Close(structure);
    }

    /// <summary>The members of one reservation: its instances were launched by one request.</summary>
    internal static void WriteReservation(this ResponseWriter response, IEnumerable<Instance> instances, Region region, DateTimeOffset now)
    {
        var first = instances.First();
        response.Text("reservationId", first.ReservationId);
        response.Text("ownerId", first.OwnerId);
        response.Texts("groupSet", []);
        response.List("instancesSet", instances, (writer, instance) => Write(writer, instance, region, now));
    }

    private static void Write(ResponseWriter response, Instance instance, Region region, DateTimeOffset now)
    {
        var state = instance.Life.StateAt(now);
        var isThere = state != InstanceState.Terminated;
        response.Text("instanceId", instance.Id);
        response.Text("imageId", instance.ImageId);
        response.WriteState("instanceState", state);
        response.Text("privateDnsName", isThere ? PrivateDnsName(instance, region) : "");
        response.Text("dnsName", "");
        response.Text("reason", instance.Life.ReasonAt(now)?.Message ?? "");
        response.Text("keyName", instance.KeyName);
        response.Number("amiLaunchIndex", instance.LaunchIndex);
        if (instance.ProductCodes.Count > 0)
        {
            response.WriteProductCodes(instance.ProductCodes);
        }

        response.Text("instanceType", instance.InstanceType);
        response.Moment("launchTime", instance.LaunchedAt);
        WritePlacement(response, instance, region);
        WriteMonitoring(response, instance);
        response.Text("subnetId", isThere ? instance.SubnetId : null);
        response.Text("vpcId", isThere ? instance.VpcId : null);
        response.Text("privateIpAddress", isThere ? instance.PrivateIpAddress : null);
        response.WriteGroups(isThere ? instance.SecurityGroupIds : [], region);
        response.Flag("sourceDestCheck", true);
        WriteReason(response, instance.Life.ReasonAt(now));
        response.Text("architecture", instance.Architecture);
        response.Text("rootDeviceType", "ebs");
        response.Text("rootDeviceName", instance.RootDeviceName);
        WriteVolumes(response, instance.VolumesAt(now));
        response.Text("virtualizationType", "hvm");
        response.Text("instanceLifecycle", instance.IsSpot ? "spot" : null);
        response.Text("clientToken", instance.ClientToken ?? "");
        response.WriteTags(instance.ShownTags(now));
        response.Text("hypervisor", "xen");
        WriteProfile(response, instance);
        response.Flag("ebsOptimized", instance.EbsOptimized);
        response.Flag("enaSupport", true);
        WriteMetadata(response, instance.Metadata);
        response.WriteFlag("enclaveOptions", "enabled", false);
        response.WriteFlag("hibernationOptions", "configured", false);
        response.WriteFlag("operator", "managed", false);
        response.Text("platformDetails", "Linux/UNIX");
        response.Text("usageOperation", "RunInstances");
    }

    internal static string PrivateDnsName(Instance instance, Region region)
    {
        var host = $"ip-{instance.PrivateIpAddress.Replace('.', '-')}";
        return region.Name == "us-east-1" ? $"{host}.ec2.internal" : $"{host}.{region.Name}.compute.internal";
    }

    private static void WritePlacement(ResponseWriter response, Instance instance, Region region)
    {
        response.Open("placement");
        response.Text("availabilityZone", instance.Zone);
        response.Text("availabilityZoneId", ZoneId.Of(region, instance.Zone));
        response.Text("groupName", "");
        response.Text("tenancy", "default");
        response.Close("placement");
    }

    private static void WriteMonitoring(ResponseWriter response, Instance instance)
    {
        response.Open("monitoring");
        response.Text("state", instance.Monitoring ? "enabled" : "disabled");
        response.Close("monitoring");
    }

    internal static void WriteGroups(this ResponseWriter response, IReadOnlyList<string> groupIds, Region region) =>
        response.List("groupSet", groupIds, (writer, groupId) =>
        {
            writer.Text("groupId", groupId);
            writer.Text("groupName", GroupName(groupId, region));
        });

    internal static string GroupName(string groupId, Region region) => groupId == region.Vpc.SecurityGroupId ? "default" : groupId;

    private static void WriteReason(ResponseWriter response, StateReason? reason)
    {
        if (reason is not null)
        {
            response.Open("stateReason");
            response.Text("code", reason.Code);
            response.Text("message", reason.Message);
            response.Close("stateReason");
        }
    }

    internal static void WriteVolumes(ResponseWriter response, IEnumerable<Volume> volumes) =>
        response.List("blockDeviceMapping", volumes, static (writer, volume) =>
        {
            writer.Text("deviceName", volume.Attachment!.Device);
            writer.Open("ebs");
            writer.Text("volumeId", volume.Id);
            writer.Text("status", "attached");
            writer.Moment("attachTime", volume.Attachment.AttachedAt);
            writer.Flag("deleteOnTermination", volume.Attachment.DeleteOnTermination);
            writer.Close("ebs");
        });

    private static void WriteProfile(ResponseWriter response, Instance instance)
    {
        if (instance.IamInstanceProfileArn is { } arn)
        {
            response.Open("iamInstanceProfile");
            response.Text("arn", arn);
            response.Close("iamInstanceProfile");
        }
    }

    private static void WriteMetadata(ResponseWriter response, MetadataOptions metadata)
    {
        response.Open("metadataOptions");
        response.Text("state", "applied");
        response.Text("httpTokens", metadata.HttpTokens);
        response.Number("httpPutResponseHopLimit", metadata.HttpPutResponseHopLimit);
        response.Text("httpEndpoint", metadata.HttpEndpoint);
        response.Close("metadataOptions");
    }
}
