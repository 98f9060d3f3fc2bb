namespace Amicast.Simulator.Account;

/// <summary>An instance; unless something else is said it runs, or is stopped, and has for long.</summary>
/// <param name="InstanceId"><c>i-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="Name">Becomes its tag Name.</param>
/// <param name="InstanceType">Such as <c>m7i.large</c>.</param>
/// <param name="Architecture">x86_64 or arm64; default: what the type has.</param>
/// <param name="State">running (default) or stopped.</param>
/// <param name="ImageId">What it was launched from; that image need not exist any more.</param>
/// <param name="Volumes">At least one; the first is the root volume.</param>
/// <param name="Tags">Its tags.</param>
public sealed record InstanceDocument(
    string InstanceId,
    string? Name,
    string InstanceType,
    string Architecture,
    string State,
    string? ImageId,
    IReadOnlyList<VolumeDocument> Volumes,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Default: the first volume's device.</summary>
    public string? RootDeviceName { get; init; }

    /// <summary>When it was launched or started; default: when the world begins.</summary>
    public DateTimeOffset? LaunchTime { get; init; }

    /// <summary>Where it is and how it is reached.</summary>
    public InstancePlaceDocument Place { get; init; } = new();

    /// <summary>How it was launched.</summary>
    public InstanceLaunchDocument Launch { get; init; } = new();

    /// <summary>What its status checks come to: ok (default) or impaired.</summary>
    public string Status { get; init; } = "ok";

    /// <summary>Until when it is pending; default: it is running.</summary>
    public DateTimeOffset? RunningAt { get; init; }

    /// <summary>When its status checks come to that; default: they have.</summary>
    public DateTimeOffset? StatusCheckedAt { get; init; }

    /// <summary>Why it is stopped.</summary>
    public StateReasonDocument? StateReason { get; init; }

    /// <summary>The end that it comes to by itself; default: none.</summary>
    public TerminationDocument? Termination { get; init; }
}

/// <summary>Where an instance is and how it is reached. In JSON these properties stand in the instance itself.</summary>
public sealed record InstancePlaceDocument
{
    /// <summary>Default: that of the default subnet named, or else the Region's first.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>Default: the zone's default subnet.</summary>
    public string? SubnetId { get; init; }

    /// <summary>Default: the default VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>Default: the default VPC's default security group.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>Default: one of the default VPC's is made up.</summary>
    public string? PrivateIpAddress { get; init; }
}

/// <summary>How an instance was launched. In JSON these properties stand in the instance itself.</summary>
public sealed record InstanceLaunchDocument
{
    /// <summary>Default: one is made up.</summary>
    public string? ReservationId { get; init; }

    /// <summary>Its number within the reservation, from 0.</summary>
    public int AmiLaunchIndex { get; init; }

    /// <summary>The client token of the request that launched it.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The template it was launched from, with its version.</summary>
    public InstanceTemplateDocument? LaunchTemplate { get; init; }

    /// <summary>Its key pair.</summary>
    public string? KeyName { get; init; }

    /// <summary>The ARN of its instance profile.</summary>
    public string? IamInstanceProfileArn { get; init; }

    /// <summary>spot, or none.</summary>
    public string? InstanceLifecycle { get; init; }

    /// <summary>Default: no.</summary>
    public bool EbsOptimized { get; init; }

    /// <summary>Default: no.</summary>
    public bool Monitoring { get; init; }

    /// <summary>Whether it is protected from termination. Default: no.</summary>
    public bool DisableApiTermination { get; init; }

    /// <summary>Whether it is protected from being stopped.</summary>
    public bool DisableApiStop { get; init; }

    /// <summary>Of what the AWS Marketplace sells; the images made of it have them too.</summary>
    public IReadOnlyList<string> ProductCodes { get; init; } = [];

    /// <summary>What a shutdown from within does: stop (default) or terminate.</summary>
    public string InstanceInitiatedShutdownBehavior { get; init; } = "stop";

    /// <summary>In base64.</summary>
    public string? UserData { get; init; }

    /// <summary>Default, each: required, enabled, 2.</summary>
    public MetadataOptionsDocument? MetadataOptions { get; init; }
}

/// <summary>The launch template that an instance was launched from.</summary>
public sealed record InstanceTemplateDocument(string LaunchTemplateId, int Version);

/// <summary>The end of an instance that is dying.</summary>
/// <param name="At">From when it is shutting down.</param>
/// <param name="TerminatedAt">From when it is terminated.</param>
/// <param name="Reason">Why.</param>
public sealed record TerminationDocument(DateTimeOffset At, DateTimeOffset TerminatedAt, StateReasonDocument? Reason);
