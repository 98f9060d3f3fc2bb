using System.Text.Json.Serialization;

namespace Amicast.Requests;

/// <summary>How instances are launched, in EC2's words: the properties of <c>launch.instance</c>, <c>launch.overrides</c> and <c>launchTemplate.create</c>.</summary>
/// <remarks>
/// What is <see langword="null"/> was not said: EC2's default, or what the launch template says, stands. The image is never part of it: it is the Region's.
/// Source: EC2 API reference, RequestLaunchTemplateData and RunInstances.
/// </remarks>
public sealed record InstanceDescription
{
    /// <summary>The instance type, e.g. <c>m7i.large</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InstanceType { get; init; }

    /// <summary>The name of a key pair of the Region.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? KeyName { get; init; }

    /// <summary>Security groups of the Region, by id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>The subnet; not together with <see cref="NetworkInterfaces"/>, nor in a launch template (EC2 knows it only inside a network interface there).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SubnetId { get; init; }

    /// <summary>The network interfaces to make, the first one at device index 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DescribedInterface>? NetworkInterfaces { get; init; }

    /// <summary>The Availability Zone, e.g. <c>us-east-1a</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AvailabilityZone { get; init; }

    /// <summary><c>default</c> or <c>dedicated</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenancy { get; init; }

    /// <summary>The instance profile: its name, or its ARN.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IamInstanceProfile { get; init; }

    /// <summary>Volumes in place of the image's, or besides them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DescribedDevice>? BlockDevices { get; init; }

    /// <summary>The user data; at most 16 KiB.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserData? UserData { get; init; }

    /// <summary>Tags of the instances and their volumes, besides Amicast's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>How the instance's metadata are reached.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DescribedMetadataOptions? MetadataOptions { get; init; }

    /// <summary>Whether detailed monitoring is on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Monitoring { get; init; }

    /// <summary>Whether the instance is optimized for EBS.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? EbsOptimized { get; init; }

    /// <summary>Whether the instance is protected from termination.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DisableApiTermination { get; init; }

    /// <summary>What a shutdown from inside does: <c>stop</c> or <c>terminate</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InstanceInitiatedShutdownBehavior { get; init; }

    /// <summary>On demand, or on spare capacity.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Market? Market { get; init; }
}
