namespace Amicast.Requests;

/// <summary>What a person asks for, read from a request document, with every default filled in and every destination's own blocks resolved.</summary>
/// <remarks>Each part knows its place in the document, so that what is found wrong with it later (in the plan) is said with that place.</remarks>
/// <param name="Run">The run's id, where the document names it.</param>
/// <param name="ScheduledTime">The moment that name tokens use instead of the execution's start.</param>
/// <param name="Source">What the image is made from.</param>
/// <param name="Image">How the images of Regions without their own block are named and made.</param>
/// <param name="Destinations">Where it goes; never empty.</param>
/// <param name="TimeoutMinutes">After so many minutes from its start the run gives up waiting. Default 1440, a day.</param>
/// <param name="TolerateFailedRegions">How many Regions may fail before the execution does. Default 0.</param>
internal sealed record Request(
    string? Run,
    DateTimeOffset? ScheduledTime,
    RequestSource Source,
    RequestImage Image,
    IReadOnlyList<RequestDestination> Destinations,
    int TimeoutMinutes,
    int TolerateFailedRegions)
{
    /// <summary>Whether a run that fails removes what it has made.</summary>
    internal bool RollsBack { get; init; }
}

/// <summary>The instance or image that a run starts from: exactly one of the two ids is there.</summary>
/// <param name="Path">The place of the block in the document.</param>
/// <param name="Region">The Region of the one or the other.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="ImageId">The image.</param>
/// <param name="Beforehand">What happens to the instance before its image is made.</param>
/// <param name="Afterwards">What happens to it when every destination was verified.</param>
internal sealed record RequestSource(
    string Path,
    string Region,
    string? InstanceId,
    string? ImageId,
    SourceBeforehand Beforehand = SourceBeforehand.None,
    SourceAfterwards Afterwards = SourceAfterwards.Keep);

/// <summary>One Region of the request with what is to happen there; its blocks are its own or the shared ones, <see langword="null"/> where switched off or absent.</summary>
internal sealed record RequestDestination(
    string Path,
    string Region,
    RequestImage Image,
    RequestShare? Share,
    RequestLaunch? Launch,
    RequestEncryption? Encryption = null,
    int? CopyWithinMinutes = null)
{
    /// <summary>The launch template to be ensured and published.</summary>
    internal RequestLaunchTemplate? LaunchTemplate { get; init; }
}

/// <summary>That the Region's image is encrypted, and how.</summary>
/// <param name="Path">The place of the destination in the document.</param>
/// <param name="KmsKeyId">A key id, an alias, or the ARN of either; absent: the Region's default key.</param>
internal sealed record RequestEncryption(string Path, string? KmsKeyId);

/// <summary>How the image is named and made.</summary>
/// <param name="Path">The place of the block in the document.</param>
/// <param name="Name">With tokens; absent: the name of the image that the run starts from.</param>
/// <param name="Description">Absent: none.</param>
/// <param name="Reboot">Whether EC2 reboots the instance for a clean file system. Default true.</param>
/// <param name="Tags">The user's tags, on image and snapshots.</param>
/// <param name="BlockDevices">What is said of the instance's devices; absent: nothing.</param>
internal sealed record RequestImage(
    string Path,
    string? Name,
    string? Description,
    bool Reboot,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<RequestBlockDevice>? BlockDevices = null)
{
    internal static RequestImage Default { get; } = new("$.image", null, null, true, new Dictionary<string, string>());
}

/// <summary>What becomes of one of the instance's devices in the image.</summary>
/// <param name="Path">The place of the entry in the document.</param>
/// <param name="Device">The device's name, as the instance has it.</param>
/// <param name="Exclude">Whether it stays out of the image.</param>
/// <param name="DeleteOnTermination">Whether its volume goes with an instance that is launched; absent: as on the instance.</param>
internal sealed record RequestBlockDevice(string Path, string Device, bool Exclude, bool? DeleteOnTermination);

/// <summary>Who may launch the image and use its snapshots.</summary>
/// <param name="Path">The place of the block in the document.</param>
/// <param name="Visibility">Public, private, or left as it is.</param>
/// <param name="Accounts">12-digit account ids, each once.</param>
/// <param name="Snapshots">Whether the permissions are given on the snapshots too.</param>
/// <param name="Organizations">ARNs of organizations, each once.</param>
/// <param name="OrganizationalUnits">ARNs of organizational units, each once.</param>
/// <param name="Mode">Whether what is not listed stays or is revoked.</param>
internal sealed record RequestShare(
    string Path,
    Visibility? Visibility,
    IReadOnlyList<string> Accounts,
    bool Snapshots,
    IReadOnlyList<string> Organizations,
    IReadOnlyList<string> OrganizationalUnits,
    ShareMode Mode);

/// <summary>What is launched from the Region's image.</summary>
/// <param name="Path">The place of the block in the document.</param>
/// <param name="Template">The template to launch from; absent where <see cref="IsDescribed"/>, or where the destination's <c>launchTemplate</c> is launched from.</param>
/// <param name="Count">How many instances.</param>
/// <param name="Overrides">What stands in place of the template's; without a template, the whole description.</param>
/// <param name="Verify">What they must reach.</param>
internal sealed record RequestLaunch(
    string Path,
    RequestTemplate? Template,
    int Count,
    InstanceDescription Overrides,
    Verification Verify)
{
    /// <summary>How long instances may take to be verified where the request does not say, in minutes. Status checks take two to five.</summary>
    internal const int UsualVerification = 20;

    /// <summary>Whether <see cref="Overrides"/> describe the instances by themselves: there is no template then.</summary>
    internal bool IsDescribed { get; init; }

    /// <summary>The types and places that EC2 picks from.</summary>
    internal RequestFleet? Fleet { get; init; }

    /// <summary>How long instances may take to be verified.</summary>
    internal int VerifyWithinMinutes { get; init; } = UsualVerification;

    /// <summary>Whether they stay when they are verified, or have failed.</summary>
    internal bool Keep { get; init; } = true;

    /// <summary>The place of the description in the document.</summary>
    internal string DescriptionPath => $"{Path}.{(IsDescribed ? "instance" : "overrides")}";
}

/// <summary>An instant fleet: several instance types and places, of which EC2 picks.</summary>
/// <param name="Path">The place of the block in the document.</param>
/// <param name="InstanceTypes">The types, the preferred one first.</param>
/// <param name="SubnetIds">The subnets; not together with zones.</param>
/// <param name="AvailabilityZones">The zones, in the default VPC.</param>
/// <param name="AllocationStrategy">EC2's word; absent: EC2's default.</param>
/// <param name="MinCount">With how many instances the Region succeeds.</param>
internal sealed record RequestFleet(
    string Path,
    IReadOnlyList<string> InstanceTypes,
    IReadOnlyList<string> SubnetIds,
    IReadOnlyList<string> AvailabilityZones,
    string? AllocationStrategy,
    int MinCount)
{
    /// <summary>How many pools of capacity these are.</summary>
    internal int Pools => InstanceTypes.Count * Math.Max(1, SubnetIds.Count + AvailabilityZones.Count);
}

/// <summary>A launch template by name or id, and the version to launch with: a number, <c>$Latest</c> or <c>$Default</c>.</summary>
internal sealed record RequestTemplate(string Path, string? Name, string? Id, string Version);
