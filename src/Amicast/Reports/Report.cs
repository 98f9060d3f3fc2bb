using System.Text.Json.Serialization;
using Amicast.Plans;
using Amicast.Rollbacks;

namespace Amicast.Reports;

/// <summary>What a run did: every resource made, per Region, with its state, and every failure.</summary>
/// <param name="Schema">The version of the state documents' shape.</param>
/// <param name="Run">The run's id.</param>
/// <param name="State">How the run ended.</param>
/// <param name="StartedAt">When its execution started; absent where there never was a plan.</param>
/// <param name="EndedAt">When it was summed up.</param>
/// <param name="Source">What it started from.</param>
/// <param name="Image">The first image, in the source Region, or the encrypted copy that has taken its place there.</param>
/// <param name="Share">The permissions asked for, for Regions without their own.</param>
/// <param name="Regions">Each Region, in the request's order.</param>
/// <param name="Failure">What failed before there were Regions, or after them.</param>
/// <param name="SourceInstance">What became of the source instance, where the request asks to stop or terminate it.</param>
/// <param name="Notes">What EC2 cannot do of what was asked for, in words; absent: nothing.</param>
/// <param name="Removed">The first image, where an encrypted copy has taken its place; absent where nothing was removed.</param>
/// <param name="Rollback">What a rollback has removed and put back; absent where there was none.</param>
/// <param name="Others">What carries the run's tag in Regions that <paramref name="Regions"/> does not list; absent: nothing.</param>
/// <param name="RollsBack"><see langword="true"/>: the run failed, and is rolled back next, as its request says; else absent.</param>
public sealed record Report(
    int Schema,
    string? Run,
    RunState State,
    DateTimeOffset? StartedAt,
    DateTimeOffset EndedAt,
    PlannedSource? Source,
    ReportedImage? Image,
    PlannedShare? Share,
    IReadOnlyList<RegionReport> Regions,
    ReportedFailure? Failure,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportedSource? SourceInstance = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Notes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RemovedImages? Removed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RollbackReport? Rollback = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<OtherRegion>? Others = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? RollsBack = null)
{
    /// <summary>Whether the execution came to what it was asked for: every Region, or a rollback that somebody asked for.</summary>
    [JsonIgnore]
    public bool IsSuccess => State == RunState.Succeeded || (State == RunState.RolledBack && Rollback?.Cause == RollbackRecord.Asked);
}

/// <summary>How a run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>Every Region succeeded.</summary>
    [JsonStringEnumMemberName("SUCCEEDED")] Succeeded,

    /// <summary>Some Regions failed, no more than the request tolerates.</summary>
    [JsonStringEnumMemberName("PARTIAL")] Partial,

    /// <summary>More failed than the request tolerates.</summary>
    [JsonStringEnumMemberName("FAILED")] Failed,

    /// <summary>Everything that the run made is gone, and what was there before is as it was.</summary>
    [JsonStringEnumMemberName("ROLLED_BACK")] RolledBack,
}

/// <summary>One Region of a report: what exists there that the run made or used, and what failed.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Succeeded">Whether everything asked for there was done.</param>
/// <param name="Image">The Region's image.</param>
/// <param name="Share">The permissions asked for here, where they are not the report's.</param>
/// <param name="Permissions">The permissions that are.</param>
/// <param name="Instances">The instances that the run launched here.</param>
/// <param name="Others">Further resources that carry the run's tag here: failed images, orphaned snapshots.</param>
/// <param name="Failure">The step that failed.</param>
/// <param name="Unseen">Why this Region could not be looked through at the end; what stands here is then what the steps knew.</param>
/// <param name="Template">The launch template, and what was published; absent where the request names none.</param>
/// <param name="Launch">What there is to be said of the launch besides its instances; absent where that is nothing.</param>
public sealed record RegionReport(
    string Region,
    bool Succeeded,
    ReportedImage? Image,
    PlannedShare? Share,
    PermissionsRecord? Permissions,
    IReadOnlyList<InstanceRecord> Instances,
    IReadOnlyList<string> Others,
    ReportedFailure? Failure,
    string? Unseen,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TemplateRecord? Template = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportedLaunch? Launch = null);

/// <summary>A Region that is no destination, or was not come to: what is there of the run besides the first image.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Resources">The ids of images, snapshots, live instances and launch templates.</param>
/// <param name="Unseen">Why the Region could not be looked through at the end; absent where it could.</param>
public sealed record OtherRegion(
    string Region,
    IReadOnlyList<string> Resources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Unseen = null);

/// <summary>What there is to be said of a Region's launch besides its instances.</summary>
/// <param name="Verified">Whether the instances reached what <c>verify</c> asks for.</param>
/// <param name="Asked">How many instances were asked for.</param>
/// <param name="Terminated">Whether they were terminated, as the request says.</param>
/// <param name="Errors">What kept pools of a fleet from launching, as EC2 said it.</param>
public sealed record ReportedLaunch(bool Verified, int Asked, bool Terminated, IReadOnlyList<string> Errors);

/// <summary>An image of a report.</summary>
/// <param name="ImageId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">EC2's word for its state.</param>
/// <param name="Attempt">Which attempt made it; 0 where it existed before.</param>
/// <param name="Snapshots">The snapshots behind it.</param>
public sealed record ReportedImage(string ImageId, string Name, string State, int Attempt, IReadOnlyList<string> Snapshots);

/// <summary>Which step failed, with which error, and what the error says.</summary>
public sealed record ReportedFailure(string Step, string Error, string Message);
