using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>What a simulated account, and others beside it, have when their world begins. Written as JSON in camel case; <c>examples/account.json</c> shows it.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="StartsAt">What the simulated clock shows at first.</param>
/// <param name="Regions">At least one, each name once.</param>
public sealed record AccountDocument(string AccountId, DateTimeOffset StartsAt, IReadOnlyList<RegionDocument> Regions)
{
    /// <summary>When worlds begin whose document does not say: 2026-11-22T02:00:00Z.</summary>
    public static DateTimeOffset DefaultStart { get; } = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The limits and quotas; default: those of AWS. Each account has them for itself.</summary>
    public LimitsDocument Limits { get; init; } = new();

    /// <summary>The organization that the account belongs to; default: none.</summary>
    public OrganizationDocument? Organization { get; init; }

    /// <summary>Accounts beside this one: whom images can be shared with, so that they see, copy and launch them.</summary>
    public IReadOnlyList<OtherAccountDocument> OtherAccounts { get; init; } = [];

    /// <summary>Reads a document strictly: what it does not know is a problem.</summary>
    /// <exception cref="InvalidDocumentException">It has problems; all of them at once.</exception>
    public static AccountDocument Parse(string json) => StrictDocument.Read("account document", json, AccountReader.Read);
}

/// <summary>An account beside the first. It has every Region that the first has; <paramref name="Regions"/> says what is in them.</summary>
/// <param name="AccountId">Twelve digits. A request whose access key is these digits comes from this account.</param>
/// <param name="AccessKeyIds">More access keys whose requests come from this account. Every other key is the first account's.</param>
/// <param name="Organization">The organization that it belongs to.</param>
/// <param name="Regions">Those in which there is something, or whose opt-in differs.</param>
public sealed record OtherAccountDocument(
    string AccountId, IReadOnlyList<string> AccessKeyIds, OrganizationDocument? Organization, IReadOnlyList<RegionDocument> Regions);

/// <summary>An account's place in AWS Organizations: what is shared with one of these is shared with the account.</summary>
/// <param name="OrganizationArn">Such as <c>arn:aws:organizations::123456789012:organization/o-exampleorgid</c>.</param>
/// <param name="OrganizationalUnitArns">The units that the account is in, each with those above it: <c>arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-examplerootid-exampleouid</c>.</param>
public sealed record OrganizationDocument(string OrganizationArn, IReadOnlyList<string> OrganizationalUnitArns);

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

    /// <summary>The KMS keys of the customer. Beside them there is the AWS managed key of EBS, and no other.</summary>
    public IReadOnlyList<KeyDocument> Keys { get; init; } = [];
}

/// <summary>A symmetric KMS key.</summary>
/// <param name="KeyId">A UUID, or of a multi-Region key <c>mrk-</c> and 32 hexadecimal digits; default: one is made up.</param>
/// <param name="Aliases">Such as <c>alias/ami</c>.</param>
/// <param name="State">Enabled (default), Disabled or PendingDeletion: with a key that is not enabled nothing is encrypted or decrypted.</param>
/// <param name="SharedWith">The accounts that its policy lets use it, beside its own.</param>
public sealed record KeyDocument(string? KeyId, IReadOnlyList<string> Aliases, string State, IReadOnlyList<string> SharedWith);

/// <summary>An instance that is there from the beginning.</summary>
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
    IReadOnlyDictionary<string, string> Tags);

/// <summary>A volume attached to an instance.</summary>
/// <param name="Device">Such as <c>/dev/xvda</c>; each once on an instance.</param>
/// <param name="VolumeId"><c>vol-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="SizeGiB">1 to 65,536.</param>
/// <param name="VolumeType">Default: gp3.</param>
/// <param name="Encrypted">Default: not, unless there is a key.</param>
/// <param name="KmsKeyId">A key's id, alias or ARN; encrypted without one, it is under the AWS managed key.</param>
/// <param name="DeleteOnTermination">Default: only for the root volume.</param>
public sealed record VolumeDocument(
    string Device, string VolumeId, int SizeGiB, string VolumeType, bool Encrypted, string? KmsKeyId, bool DeleteOnTermination);

/// <summary>An image that is there from the beginning, available, with a completed snapshot for each of its devices.</summary>
/// <param name="ImageId"><c>ami-</c> and 17 (or 8) hexadecimal digits.</param>
/// <param name="Name">3 to 128 characters of EC2's set.</param>
/// <param name="OwnerId">Default: this account. Images of others are seen if they are public or shared with this account.</param>
/// <param name="Architecture">x86_64 (default) or arm64.</param>
/// <param name="Devices">At least one; the first is the root device.</param>
/// <param name="LaunchPermissions">Account ids, organization ARNs, or <c>all</c>.</param>
public sealed record ImageDocument(
    string ImageId,
    string Name,
    string? Description,
    string? OwnerId,
    string Architecture,
    IReadOnlyList<ImageDeviceDocument> Devices,
    IReadOnlyList<string> LaunchPermissions,
    IReadOnlyDictionary<string, string> Tags);

/// <summary>One device of an image.</summary>
/// <param name="SnapshotId">Default: one is made up.</param>
public sealed record ImageDeviceDocument(string Device, string? SnapshotId, int SizeGiB, bool Encrypted, string? KmsKeyId);

/// <summary>A launch template that is there from the beginning.</summary>
/// <param name="LaunchTemplateId"><c>lt-</c> and 17 hexadecimal digits.</param>
/// <param name="Name">Each once in a Region.</param>
/// <param name="DefaultVersion">Default: 1.</param>
/// <param name="Versions">At least one; they are numbered from 1.</param>
public sealed record LaunchTemplateDocument(
    string LaunchTemplateId,
    string Name,
    int DefaultVersion,
    IReadOnlyList<LaunchTemplateVersionDocument> Versions,
    IReadOnlyDictionary<string, string> Tags);

/// <summary>One version of a launch template.</summary>
/// <param name="Tags">Of the instances that are launched from it.</param>
public sealed record LaunchTemplateVersionDocument(
    string? Description,
    string? ImageId,
    string? InstanceType,
    string? KeyName,
    IReadOnlyList<string> SecurityGroupIds,
    string? SubnetId,
    string? IamInstanceProfile,
    string? UserData,
    IReadOnlyDictionary<string, string> Tags);
