using System.Text.Json.Serialization;

namespace Amicast.Reports;

/// <summary>What a run knows of one Region: each step adds what it made or saw.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Image">The Region's image, once it is asked for.</param>
/// <param name="Permissions">Who has it, once it is shared.</param>
/// <param name="Launch">The instances, once they are launched.</param>
/// <param name="Failure">The step that failed, and its error; absent while all is well.</param>
/// <param name="Template">The launch template, once it is ensured, and what was published; absent where there is none.</param>
public sealed record RegionRecord(
    string Region,
    ImageRecord? Image = null,
    PermissionsRecord? Permissions = null,
    LaunchRecord? Launch = null,
    IReadOnlyDictionary<string, StepError>? Failure = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TemplateRecord? Template = null);

/// <summary>An image as it was last seen.</summary>
/// <param name="Region">Its Region.</param>
/// <param name="ImageId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">EC2's word: <c>pending</c>, <c>available</c>, <c>failed</c>, …</param>
/// <param name="Attempt">Which attempt of the run made it; 0 where the run did not make it.</param>
/// <param name="Snapshots">The EBS snapshots behind it, as far as they are shown yet.</param>
/// <param name="Progress">How far its snapshots are, in percent, weighted by volume size; absent where EC2 does not say.</param>
/// <param name="AskedAt">When it was asked for: waiting is counted from here.</param>
/// <param name="MovedAt">When its progress was last seen to move, or when it was asked for.</param>
/// <param name="Looks">How often it was looked at.</param>
/// <param name="WaitSeconds">Until the next look.</param>
/// <param name="Pace">How its progress moves, once it does.</param>
/// <param name="ExpectedSeconds">How long it may take, as a first guess; absent where nothing is known of its volumes.</param>
public sealed record ImageRecord(
    string Region,
    string ImageId,
    string Name,
    string State,
    int Attempt,
    IReadOnlyList<string> Snapshots,
    double? Progress,
    DateTimeOffset AskedAt,
    DateTimeOffset MovedAt,
    int Looks,
    int WaitSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProgressPace? Pace = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ExpectedSeconds = null);

/// <summary>How an image's progress moves: what the estimate of its end rests on.</summary>
/// <param name="Since">From when on it moves as it does.</param>
/// <param name="From">How far it was then, in percent.</param>
/// <param name="SeenAt">When it was last looked at.</param>
/// <param name="IsEven">Whether the last movement was what the looks before let expect.</param>
public sealed record ProgressPace(DateTimeOffset Since, double From, DateTimeOffset SeenAt, bool IsEven);

/// <summary>What was removed because something took its place.</summary>
/// <param name="Images">The ids of images; none where nothing has taken their place yet.</param>
/// <param name="Snapshots">The ids of their snapshots.</param>
public sealed record RemovedImages(IReadOnlyList<string> Images, IReadOnlyList<string> Snapshots);

/// <summary>The permissions of an image and its snapshots, read back after they were set.</summary>
/// <param name="Image">Who may launch the image.</param>
/// <param name="Snapshots">Who may use the snapshots; absent where they are not shared along.</param>
public sealed record PermissionsRecord(Holders Image, Holders? Snapshots);

/// <summary>Who holds a permission, as a difference to who was asked for: with hundreds of accounts in many Regions the lists stand once, in the report's <c>share</c>.</summary>
/// <param name="Public">Whether everyone holds it.</param>
/// <param name="Asked">How many of the accounts, organizations and organizational units asked for hold it (of snapshots: accounts alone).</param>
/// <param name="Others">Accounts, organizations and organizational units that hold it and were not asked for (on snapshots: of any of them).</param>
public sealed record Holders(bool Public, int Asked, IReadOnlyList<string> Others);

/// <summary>The instances launched in a Region as they were last seen.</summary>
/// <param name="Attempt">Which attempt launched them.</param>
/// <param name="Instances">The instances.</param>
/// <param name="Verified">Whether they reached what <c>verify</c> asks for.</param>
/// <param name="LaunchedAt">When they were launched: their checks are counted from here.</param>
/// <param name="WaitSeconds">Until the next look.</param>
/// <param name="Errors">What kept pools of a fleet from launching, where any did.</param>
/// <param name="Terminated"><see langword="true"/>: they were terminated, as the request says; else absent.</param>
public sealed record LaunchRecord(
    int Attempt,
    IReadOnlyList<InstanceRecord> Instances,
    bool Verified,
    DateTimeOffset LaunchedAt,
    int WaitSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Terminated = null);

/// <summary>An instance as it was last seen.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="State">EC2's word: <c>pending</c>, <c>running</c>, …</param>
/// <param name="Status">The worse of its system and instance status checks; absent before there is one.</param>
public sealed record InstanceRecord(string InstanceId, string State, string? Status);

/// <summary>An error as Step Functions hands it to a Catch.</summary>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">What it says: the function's error document, or text.</param>
public sealed record StepError(
    [property: JsonPropertyName("Error")] string Error,
    [property: JsonPropertyName("Cause")] string? Cause);
