using System.Text.Json.Serialization;

namespace Amicast.Reports;

/// <summary>What a run knows of its source instance while it stops or terminates it.</summary>
/// <param name="State">EC2's word for its state.</param>
/// <param name="Done">Whether it is what was asked for, or is kept.</param>
/// <param name="AskedAt">When the step first looked: waiting is counted from here.</param>
/// <param name="WaitSeconds">Until the next look.</param>
/// <param name="Kept">Why it is kept though the request would give it up; absent where it is not kept.</param>
public sealed record SourceRecord(
    string State,
    bool Done,
    DateTimeOffset AskedAt,
    int WaitSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kept = null);

/// <summary>What became of the source instance of a run that was asked to stop or terminate it.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="State">EC2's word for its state at the end of the run; absent where the Region could not be looked at, or no longer shows it.</param>
/// <param name="Kept">Why the run left it as it was though the request would give it up; absent where it did not.</param>
public sealed record ReportedSource(string InstanceId, string? State, string? Kept);
