using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>Launch settings as the data of a launch template's version.</summary>
internal static class LaunchSettingsXml
{
    internal static void Write(ResponseWriter response, LaunchSettings settings)
    {
        response.Flag("ebsOptimized", settings.EbsOptimized);
        Structure(response, "iamInstanceProfile", ("arn", settings.IamInstanceProfileArn), ("name", settings.IamInstanceProfileName));
        WriteDevices(response, settings.BlockDevices);
        WriteInterfaces(response, settings.NetworkInterfaces);
        response.Text("imageId", settings.ImageId);
        response.Text("instanceType", settings.InstanceType);
        response.Text("keyName", settings.KeyName);
        Structure(response, "monitoring", ("enabled", Text(settings.Monitoring)));
        Structure(response, "placement", ("availabilityZone", settings.Zone), ("tenancy", settings.Tenancy));
        response.Flag("disableApiTermination", settings.DisableApiTermination);
        response.Text("instanceInitiatedShutdownBehavior", settings.ShutdownBehavior);
        response.Text("userData", settings.UserData);
        WriteTags(response, settings);
        TextsIfAny(response, "securityGroupIdSet", settings.SecurityGroupIds);
        TextsIfAny(response, "securityGroupSet", settings.SecurityGroups);
        Structure(response, "instanceMarketOptions", ("marketType", settings.MarketType));
        Structure(
            response,
            "metadataOptions",
            ("httpTokens", settings.HttpTokens),
            ("httpEndpoint", settings.HttpEndpoint),
            ("httpPutResponseHopLimit", settings.HttpPutResponseHopLimit?.ToString()));
    }

    private static void WriteDevices(ResponseWriter response, IReadOnlyList<BlockDevice> devices)
    {
        if (devices.Count > 0)
        {
            response.List("blockDeviceMappingSet", devices, static (writer, device) =>
            {
                writer.Text("deviceName", device.DeviceName);
                writer.Text("noDevice", device.NoDevice ? "" : null);
                Structure(
                    writer,
                    "ebs",
                    ("snapshotId", device.SnapshotId),
                    ("volumeSize", device.SizeGiB?.ToString()),
                    ("volumeType", device.VolumeType),
                    ("deleteOnTermination", Text(device.DeleteOnTermination)),
                    ("encrypted", Text(device.Encrypted)),
                    ("kmsKeyId", device.KmsKeyId),
                    ("iops", device.Iops?.ToString()),
                    ("throughput", device.Throughput?.ToString()));
            });
        }
    }

    private static void WriteInterfaces(ResponseWriter response, IReadOnlyList<NetworkInterface> interfaces)
    {
        if (interfaces.Count > 0)
        {
            response.List("networkInterfaceSet", interfaces, static (writer, network) =>
            {
                writer.Number("deviceIndex", network.DeviceIndex);
                writer.Text("subnetId", network.SubnetId);
                writer.Flag("associatePublicIpAddress", network.AssociatePublicIpAddress);
                writer.Flag("deleteOnTermination", network.DeleteOnTermination);
                writer.List("groupSet", network.SecurityGroupIds, static (inner, id) => inner.Text("groupId", id));
            });
        }
    }

    private static void WriteTags(ResponseWriter response, LaunchSettings settings)
    {
        if (settings.Tags.Count > 0)
        {
            response.List("tagSpecificationSet", settings.Tags, static (writer, kind) =>
            {
                writer.Text("resourceType", kind.Key);
                writer.WriteTags(kind.Value);
            });
        }
    }

    private static void TextsIfAny(ResponseWriter response, string name, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            response.Texts(name, items);
        }
    }

    /// <summary>A structure, if any of its members was said.</summary>
    private static void Structure(ResponseWriter response, string name, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var isOpen = false;
        foreach (var (member, value) in members)
        {
            if (value is not null)
            {
                if (!isOpen)
                {
                    response.Open(name);
                    isOpen = true;
                }

                response.Text(member, value);
            }
        }

        if (isOpen)
        {
            response.Close(name);
        }
    }

    private static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };
}
