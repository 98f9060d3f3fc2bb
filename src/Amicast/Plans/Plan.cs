using System.Text.Json.Serialization;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What a run will do, resolved and checked before anything is made. It stands in the execution's history: it is the run's intent.</summary>
/// <param name="Schema">The version of the state documents' shape; a plan of another is refused when it is read, as <see cref="Errors.UnknownSchemaException"/>.</param>
/// <param name="Run">The run's id.</param>
/// <param name="StartedAt">When its first execution started.</param>
/// <param name="Deadline">When it gives up waiting.</param>
/// <param name="TolerateFailedRegions">How many Regions may fail before the execution does.</param>
/// <param name="Source">What it starts from.</param>
/// <param name="Image">The image that CreateImage makes; <see langword="null"/> where the run starts from an existing image.</param>
/// <param name="Share">The permissions that Regions without their own get.</param>
/// <param name="Launch">The launch of Regions without their own.</param>
/// <param name="Destinations">What happens in each Region, in the request's order.</param>
/// <param name="ReplacesFirstImage">
/// Whether the source Region gets an encrypted copy of the first image, which is removed once the copy has taken its place; absent: no.
/// </param>
/// <param name="LaunchTemplate">The launch template of Regions without their own; always written, since every Region's data are made from it.</param>
/// <param name="RollsBack"><see langword="true"/>: a run that fails removes what it has made; else absent.</param>
public sealed record Plan(
    [property: JsonConverter(typeof(PlanSchema))] int Schema,
    string Run,
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    int TolerateFailedRegions,
    PlannedSource Source,
    PlannedImage? Image,
    PlannedShare? Share,
    PlannedLaunch? Launch,
    IReadOnlyList<PlannedDestination> Destinations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? ReplacesFirstImage = null,
    PlannedLaunchTemplate? LaunchTemplate = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? RollsBack = null)
{
    /// <summary>The shape of the state documents that this version writes.</summary>
    public const int CurrentSchema = 1;
}

/// <summary>The instance or the image that a run starts from.</summary>
/// <param name="Region">The Region of the one or the other.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="ImageId">The image.</param>
/// <param name="Beforehand">What happens to the instance before its image is made; absent: nothing.</param>
/// <param name="Afterwards">What happens to it when every destination was verified; absent: nothing.</param>
/// <param name="StateBefore">EC2's word for the state that the plan found it in, where the run will change it.</param>
public sealed record PlannedSource(
    string Region,
    string? InstanceId,
    string? ImageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SourceBeforehand? Beforehand = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SourceAfterwards? Afterwards = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StateBefore = null)
{
    /// <summary>The id of the one or the other.</summary>
    [JsonIgnore]
    public string Id => InstanceId ?? ImageId!;
}

/// <summary>An image to be made: its name with the tokens resolved, and the user's tags.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description.</param>
/// <param name="Reboot">Whether the instance is rebooted for it.</param>
/// <param name="Tags">The user's tags.</param>
/// <param name="BlockDevices">What is changed of the instance's devices; absent: nothing.</param>
public sealed record PlannedImage(
    string Name,
    string? Description,
    bool Reboot,
    IReadOnlyDictionary<string, string> Tags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PlannedBlockDevice>? BlockDevices = null);

/// <summary>What becomes of one of the instance's devices in its image.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Exclude">Whether it stays out of the image.</param>
/// <param name="DeleteOnTermination">Whether its volume goes with an instance that is launched; absent: as on the instance.</param>
public sealed record PlannedBlockDevice(
    string Device,
    bool Exclude,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? DeleteOnTermination = null);

/// <summary>The encryption of a Region's image.</summary>
/// <param name="KmsKeyId">The key's ARN; what the request or EC2 calls it where KMS could not be asked.</param>
/// <param name="Implied">True where nobody asked for it: the source is encrypted, or the Region encrypts by default. EC2 does it by itself then.</param>
public sealed record PlannedEncryption(
    string KmsKeyId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Implied = null)
{
    /// <summary>The key that a copy is asked for; none where EC2 encrypts by itself, and only what it would.</summary>
    [JsonIgnore]
    public string? KeyToAskFor => Implied == true ? null : KmsKeyId;
}

/// <summary>Permissions to be given, and, by <paramref name="Mode"/>, all others to be revoked.</summary>
/// <param name="Visibility">Public, private, or left as it is. Private where mode <c>exact</c> does not say it: what is not listed is revoked.</param>
/// <param name="Accounts">Account ids.</param>
/// <param name="Snapshots">Whether accounts and public access go for the snapshots too.</param>
/// <param name="Organizations">ARNs of organizations, of images alone; absent: none.</param>
/// <param name="OrganizationalUnits">ARNs of organizational units, of images alone; absent: none.</param>
/// <param name="Mode">Absent: <c>add</c>.</param>
public sealed record PlannedShare(
    Visibility? Visibility,
    IReadOnlyList<string> Accounts,
    bool Snapshots,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Organizations = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? OrganizationalUnits = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ShareMode? Mode = null);

/// <summary>Who held the permissions of an image and its snapshots before the run changed them; what holds the same stands in one entry.</summary>
/// <param name="Resources">The ids of the image and snapshots.</param>
/// <param name="Holders">Account ids, ARNs of organizations and organizational units, and <c>all</c>.</param>
public sealed record PermissionsBefore(IReadOnlyList<string> Resources, IReadOnlyList<string> Holders);

/// <summary>Instances to be launched. The template's id and version number are the Region's, see <see cref="PlannedDestination"/>.</summary>
/// <param name="Count">How many.</param>
/// <param name="Overrides">What stands in place of the template's; without a template, the whole description.</param>
/// <param name="Verify">What they must reach.</param>
/// <param name="VerifyWithinMinutes">How long that may take, where it is not the usual 20 minutes.</param>
/// <param name="Fleet">The types and places that EC2 picks from.</param>
public sealed record PlannedLaunch(
    int Count,
    InstanceDescription Overrides,
    Verification Verify,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? VerifyWithinMinutes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedFleet? Fleet = null);

/// <summary>An instant fleet: instance types and places, of which EC2 picks.</summary>
/// <param name="InstanceTypes">The types, the preferred one first.</param>
/// <param name="SubnetIds">The subnets; not together with zones.</param>
/// <param name="AvailabilityZones">The zones, in the default VPC.</param>
/// <param name="AllocationStrategy">EC2's word; absent: EC2's default.</param>
/// <param name="MinCount">With how many instances the Region succeeds.</param>
public sealed record PlannedFleet(
    IReadOnlyList<string> InstanceTypes,
    IReadOnlyList<string> SubnetIds,
    IReadOnlyList<string> AvailabilityZones,
    string? AllocationStrategy,
    int MinCount);

/// <summary>A launch template of a Region, its version resolved to a number.</summary>
public sealed record PlannedTemplate(string Id, string Name, string Version);

/// <summary>What happens in one Region.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Image">The copy to be made; <see langword="null"/> in the source Region unless it is encrypted anew: it uses the run's first image.</param>
/// <param name="Shares">Whether permissions are given here.</param>
/// <param name="Share">This Region's own permissions; <see langword="null"/>: the plan's.</param>
/// <param name="Launches">Whether instances are launched here.</param>
/// <param name="Launch">This Region's own launch; <see langword="null"/>: the plan's.</param>
/// <param name="Template">The template to launch from, where instances are launched from one.</param>
/// <param name="PermissionsBefore">The permissions found on an image that was there before the run, and on its snapshots, where the run will change them.</param>
/// <param name="Encryption">The encryption of the copy; absent: none, or that of its source.</param>
/// <param name="CopyWithinMinutes">The time that EC2 is given for the copy, in minutes; absent: what it takes.</param>
/// <param name="TerminatesInstances"><see langword="true"/>: the instances are terminated when they are verified, or have failed; else absent.</param>
/// <param name="Publication">The launch template to ensure and publish, and what was there before; absent where there is none.</param>
/// <param name="EarlierLaunch">What the run has launched here in earlier executions; absent in its first, and where it was nothing.</param>
public sealed record PlannedDestination(
    string Region,
    PlannedImage? Image,
    bool Shares,
    PlannedShare? Share,
    bool Launches,
    PlannedLaunch? Launch,
    PlannedTemplate? Template,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PermissionsBefore>? PermissionsBefore = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedEncryption? Encryption = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? CopyWithinMinutes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? TerminatesInstances = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedPublication? Publication = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EarlierLaunch? EarlierLaunch = null);

/// <summary>What earlier executions of the run recorded of a Region's launch: dead instances do not tell it, and are shown for an hour only.</summary>
/// <param name="Spent">The last attempt whose client token is used up, if its instances are not there any more.</param>
/// <param name="Launch">The launch as it was last recorded; absent where nothing was launched.</param>
/// <param name="Failed">The last attempt, where too few of its instances lived when this execution was planned: it is made anew. Absent: it has not failed by then.</param>
public sealed record EarlierLaunch(
    int Spent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LaunchRecord? Launch = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Failed = null);
