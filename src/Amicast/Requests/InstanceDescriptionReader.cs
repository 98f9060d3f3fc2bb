using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>Reads a description of instances: <c>launch.instance</c>, <c>launch.overrides</c> and <c>launchTemplate.create</c> are all read here.</summary>
/// <remarks>
/// Groups are named by id only: by name EC2 finds them in a default VPC alone. What EC2 takes besides (placement groups, capacity
/// reservations, a highest Spot price, tags among the metadata, …) is refused as an unknown property, and can stand in a launch template.
/// </remarks>
internal static partial class InstanceDescriptionReader
{
    private static readonly string[] InterfaceMembers = ["subnetId", "securityGroupIds"];

    /// <summary>The description in the member <paramref name="name"/>; none where it is absent or not an object.</summary>
    internal static InstanceDescription? Read(ObjectReader owner, string name)
    {
        if (owner.Object(name) is not { } reader)
        {
            return null;
        }

        var description = Basics(reader) with
        {
            NetworkInterfaces = reader.Has("networkInterfaces", out _) ? [.. reader.Objects("networkInterfaces").Select(ReadInterface)] : null,
            BlockDevices = reader.Has("blockDevices", out _) ? DescribedDeviceReader.Read(reader) : null,
            UserData = UserDataReader.Read(reader),
            Tags = TagReader.Read(reader),
            MetadataOptions = ReadMetadataOptions(reader),
            Monitoring = reader.OptionalFlag("monitoring"),
            EbsOptimized = reader.OptionalFlag("ebsOptimized"),
            DisableApiTermination = reader.OptionalFlag("disableApiTermination"),
            InstanceInitiatedShutdownBehavior = reader.OneOf("instanceInitiatedShutdownBehavior", ["stop", "terminate"]),
            Market = ReadMarket(reader),
        };
        CheckNetwork(reader, description);
        reader.RefuseOthers();
        return description;
    }

    /// <summary>The member <c>market</c>; none where it is not said.</summary>
    internal static Market? ReadMarket(ObjectReader reader) => reader.OneOf("market", ["onDemand", "spot"]) switch
    {
        "onDemand" => Market.OnDemand,
        "spot" => Market.Spot,
        _ => null,
    };

    /// <summary>What is wrong with an instance type by itself, if anything.</summary>
    internal static (string Code, string Cause, string Remedy)? CheckType(string type) =>
        InstanceType().IsMatch(type) ? null : ("InvalidInstanceType", $"'{type}' is not an instance type", "write it like m7i.large");

    internal static (string Code, string Cause, string Remedy)? CheckSubnet(string id) =>
        SubnetId().IsMatch(id) ? null : ("InvalidSubnetId", $"'{id}' is not a subnet id", "an id begins with 'subnet-'");

    private static InstanceDescription Basics(ObjectReader reader) => new()
    {
        InstanceType = Checked(reader, "instanceType", CheckType),
        KeyName = reader.Text("keyName"),
        SecurityGroupIds = ReadGroups(reader),
        SubnetId = Checked(reader, "subnetId", CheckSubnet),
        AvailabilityZone = reader.Text("availabilityZone"),
        Tenancy = reader.OneOf("tenancy", ["default", "dedicated"]),
        IamInstanceProfile = reader.Text("iamInstanceProfile"),
    };

    private static DescribedInterface ReadInterface(ObjectReader reader)
    {
        var read = new DescribedInterface(
            Checked(reader, "subnetId", CheckSubnet),
            ReadGroups(reader),
            reader.OptionalFlag("associatePublicIpAddress"),
            reader.OptionalFlag("deleteOnTermination"));
        reader.RefuseOthers();
        return read;
    }

    private static IReadOnlyList<string>? ReadGroups(ObjectReader reader)
    {
        var groups = reader.TextList("securityGroupIds", group => group.StartsWith("sg-", StringComparison.Ordinal)
            ? null
            : ("InvalidSecurityGroupId", $"'{group}' is not a security group id", "an id begins with 'sg-'"));
        return groups.Count == 0 ? null : groups;
    }

    private static DescribedMetadataOptions? ReadMetadataOptions(ObjectReader owner)
    {
        if (owner.Object("metadataOptions") is not { } reader)
        {
            return null;
        }

        var read = new DescribedMetadataOptions(
            reader.OneOf("httpTokens", ["required", "optional"]),
            reader.OneOf("httpEndpoint", ["enabled", "disabled"]),
            reader.OptionalNumber("httpPutResponseHopLimit", least: 1, most: 64));
        reader.RefuseOthers();
        return read;
    }

    private static string? Checked(ObjectReader reader, string name, Func<string, (string Code, string Cause, string Remedy)?> check)
    {
        var text = reader.Text(name);
        if (text is null || check(text) is not { } wrong)
        {
            return text;
        }

        reader.Report(name, wrong.Code, wrong.Cause, wrong.Remedy);
        return null;
    }

    // EC2: "Network interfaces and an instance-level subnet ID may not be specified on the same request", and the same of security groups.
    private static void CheckNetwork(ObjectReader reader, InstanceDescription description)
    {
        if (description.NetworkInterfaces is null)
        {
            return;
        }

        foreach (var name in InterfaceMembers.Where(name => reader.Has(name, out _)))
        {
            reader.Report(name, "Conflict", $"'{name}' stands beside 'networkInterfaces'", "EC2 takes one or the other: put it into the network interface");
        }
    }

    [GeneratedRegex(@"^[a-z0-9-]+\.[a-z0-9-]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InstanceType();

    [GeneratedRegex(@"^subnet-[0-9a-f]{8,17}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubnetId();
}
