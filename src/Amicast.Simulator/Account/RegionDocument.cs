namespace Amicast.Simulator.Account;

/// <summary>One Region of the account.</summary>
/// <param name="Name">As AWS names it: <c>eu-central-1</c>.</param>
/// <param name="OptInStatus">opt-in-not-required (default), opted-in or not-opted-in; a Region that is not opted in refuses every call.</param>
/// <param name="AvailabilityZones">Default: a, b and c.</param>
public sealed record RegionDocument(
    string Name,
    string OptInStatus,
    IReadOnlyList<string> AvailabilityZones,
    IReadOnlyList<InstanceDocument> Instances,
    IReadOnlyList<ImageDocument> Images,
    IReadOnlyList<LaunchTemplateDocument> LaunchTemplates)
{
    /// <summary>unblocked (default) or block-new-sharing.</summary>
    public string ImageBlockPublicAccess { get; init; } = "unblocked";

    /// <summary>unblocked (default), block-new-sharing or block-all-sharing.</summary>
    public string SnapshotBlockPublicAccess { get; init; } = "unblocked";

    /// <summary>Whether new volumes and copies are encrypted though nobody asked for it. Default: no.</summary>
    public bool EbsEncryptionByDefault { get; init; }

    /// <summary>The id, alias or ARN of the key for what is encrypted without a key of its own; default: the AWS managed key.</summary>
    public string? EbsDefaultKmsKeyId { get; init; }

    /// <summary>The names of the key pairs.</summary>
    public IReadOnlyList<string> KeyPairs { get; init; } = [];

    /// <summary>The ids of key pairs by their names; default: made up.</summary>
    public IReadOnlyDictionary<string, string> KeyPairIds { get; init; } = new Dictionary<string, string>();

    /// <summary>The KMS keys of the customer. Beside them there is the AWS managed key of EBS, and no other.</summary>
    public IReadOnlyList<KeyDocument> Keys { get; init; } = [];

    /// <summary>The id of the AWS managed key of EBS, a UUID; default: one is made up.</summary>
    public string? AwsManagedKeyId { get; init; }

    /// <summary>The ids of the default VPC; default: made up.</summary>
    public DefaultVpcDocument? DefaultVpc { get; init; }

    /// <summary>Whether the default VPC is an ordinary one: launches then name a subnet. Default: no.</summary>
    public bool HasNoDefaultVpc { get; init; }

    /// <summary>The ids of security groups of the default VPC by their names, beside its default group.</summary>
    public IReadOnlyDictionary<string, string> SecurityGroups { get; init; } = new Dictionary<string, string>();

    /// <summary>The instance types that the Region does not offer.</summary>
    public IReadOnlyList<string> InstanceTypesNotOffered { get; init; } = [];

    /// <summary>Volumes, in the order of creation: those that are not attached, and those that instances name by their ids alone.</summary>
    public IReadOnlyList<EbsVolumeDocument> Volumes { get; init; } = [];

    /// <summary>Snapshots, in the order of creation: those of no image, and those that images name by their ids alone.</summary>
    public IReadOnlyList<SnapshotDocument> Snapshots { get; init; } = [];

    /// <summary>The parameters of the SSM Parameter Store.</summary>
    public IReadOnlyList<ParameterDocument> Parameters { get; init; } = [];
}

/// <summary>The ids of a Region's default VPC and of what is in it. What is not said is made up.</summary>
/// <param name="VpcId">The VPC.</param>
/// <param name="SecurityGroupId">Its default security group.</param>
/// <param name="SubnetIds">Its default subnets, by Availability Zone.</param>
public sealed record DefaultVpcDocument(string? VpcId, string? SecurityGroupId, IReadOnlyDictionary<string, string> SubnetIds);

/// <summary>A symmetric KMS key.</summary>
/// <param name="KeyId">A UUID, or of a multi-Region key <c>mrk-</c> and 32 hexadecimal digits; default: one is made up.</param>
/// <param name="Aliases">Such as <c>alias/ami</c>.</param>
/// <param name="State">Enabled (default), Disabled or PendingDeletion: with a key that is not enabled nothing is encrypted or decrypted.</param>
/// <param name="SharedWith">The accounts that its policy lets use it, beside its own.</param>
public sealed record KeyDocument(string? KeyId, IReadOnlyList<string> Aliases, string State, IReadOnlyList<string> SharedWith);

/// <summary>A parameter of the SSM Parameter Store.</summary>
/// <param name="Name">Each once in a Region.</param>
/// <param name="Versions">At least one, in ascending order.</param>
public sealed record ParameterDocument(string Name, IReadOnlyList<ParameterVersionDocument> Versions)
{
    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>One version of a parameter.</summary>
/// <param name="Version">Its number; default: one more than the version before, the first is 1.</param>
/// <param name="Type">String (default) or StringList.</param>
/// <param name="Value">What it holds.</param>
/// <param name="DataType">text (default) or aws:ec2:image.</param>
/// <param name="Description">What its maker says of it.</param>
/// <param name="LastModifiedDate">When it was made; default: when the world begins.</param>
public sealed record ParameterVersionDocument(
    int Version, string Type, string Value, string DataType, string? Description, DateTimeOffset? LastModifiedDate);
