using System.Text.RegularExpressions;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Instances;

namespace Amicast.Simulator.Account.Describing;

/// <summary>Reads an instance of the output.</summary>
/// <param name="ids">The ids before.</param>
/// <param name="leaveOut">Is told what is left out, and why.</param>
internal sealed partial class InstanceOutputReader(HashSet<string> ids, Action<string> leaveOut)
{
    internal DescribedInstance? Read(DocumentObject instance, string? reservationId)
    {
        var instanceId = instance.OwnId("InstanceId", "i", ids);
        var state = StateOf(instance);
        if (state is "terminated" or "shutting-down")
        {
            return null;
        }

        var zone = instance.RequiredObject("Placement", placement => placement.RequiredText("AvailabilityZone")) ?? "";
        if (Obstacle(instance, zone) is { } obstacle)
        {
            leaveOut($"{instanceId} was left out: {obstacle}.");
            return null;
        }

        var type = instance.RequiredText("InstanceType", InstanceTypes.IsWellFormed, "an instance type such as m7i.large");
        var root = instance.Text("RootDeviceName");
        var volumes = DescribedVolume.Read(instance, root, ids);
        return new(RegionOf(zone), new(
            instanceId,
            Name: null,
            type,
            instance.Text("Architecture") ?? InstanceTypes.ArchitectureOf(type),
            state is "stopped" or "stopping" ? "stopped" : "running",
            instance.Id("ImageId", "ami"),
            volumes,
            Tags(instance))
        {
            LaunchTime = instance.Moment("LaunchTime"),
            Place = Place(instance, zone),
            Launch = Launch(instance, reservationId),
            StateReason = state is "stopped" or "stopping" ? instance.Object("StateReason", Reason) : null,
        });
    }

    private static string RegionOf(string zone) => zone.Length > 0 ? zone[..^1] : "";

    private static string StateOf(DocumentObject instance) => instance.RequiredObject("State", state => state.RequiredText("Name")) ?? "";

    /// <summary>Why this instance cannot be simulated, if it cannot.</summary>
    private static string? Obstacle(DocumentObject instance, string zone) => (zone, instance.Text("RootDeviceType"), instance.Text("Architecture")) switch
    {
        ({ Length: > 0 }, _, _) when !ZoneForm().IsMatch(zone) => $"{zone} is not an Availability Zone, but a Local Zone or the like",
        (_, "instance-store", _) => "it is instance-store backed",
        (_, _, not (null or "x86_64" or "arm64")) => $"its architecture is {instance.Text("Architecture")}",
        _ => null,
    };

    private static InstancePlaceDocument Place(DocumentObject instance, string zone) => new()
    {
        AvailabilityZone = zone,
        SubnetId = instance.Id("SubnetId", "subnet"),
        VpcId = instance.Id("VpcId", "vpc"),
        SecurityGroupIds = instance.Objects("SecurityGroups", group => group.Id("GroupId", "sg") ?? group.RequiredText("GroupId")),
        PrivateIpAddress = instance.Text("PrivateIpAddress"),
    };

    private static InstanceLaunchDocument Launch(DocumentObject instance, string? reservationId) => new()
    {
        ReservationId = reservationId,
        AmiLaunchIndex = instance.Whole("AmiLaunchIndex", 0, int.MaxValue) ?? 0,
        ClientToken = instance.Text("ClientToken") is { Length: > 0 } token ? token : null,
        KeyName = instance.Text("KeyName"),
        IamInstanceProfileArn = instance.Object("IamInstanceProfile", profile => profile.RequiredText("Arn")),
        InstanceLifecycle = instance.Text("InstanceLifecycle") == "spot" ? "spot" : null,
        EbsOptimized = instance.Flag("EbsOptimized") == true,
        Monitoring = instance.Object("Monitoring", monitoring => monitoring.Text("State") ?? "") is "enabled" or "pending",
        MetadataOptions = instance.Object("MetadataOptions", options => new MetadataOptionsDocument(
            options.Text("HttpTokens"), options.Text("HttpEndpoint"), options.Whole("HttpPutResponseHopLimit", 1, 64))),
    };

    private static StateReasonDocument Reason(DocumentObject reason) => new(reason.Text("Code") ?? "", reason.Text("Message") ?? "");

    private static OrderedDictionary<string, string> Tags(DocumentObject instance)
    {
        var tags = new OrderedDictionary<string, string>();
        foreach (var (key, value) in instance.Objects("Tags", tag => (Key: tag.RequiredText("Key"), Value: tag.Text("Value") ?? "")))
        {
            tags[key] = value;
        }

        return tags;
    }

    /// <summary>A Region with a letter: <c>us-east-1a</c>, but not <c>us-east-1-bos-1a</c>.</summary>
    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}[a-z]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneForm();
}
