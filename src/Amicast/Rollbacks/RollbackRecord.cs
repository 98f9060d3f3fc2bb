using System.Text.Json.Serialization;
using Amicast.Plans;

namespace Amicast.Rollbacks;

/// <summary>What a rollback intends, and how far it is. It stands in the execution's history before anything is removed.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Cause">Why: <c>asked</c>, or <c>onFailure</c>.</param>
/// <param name="BegunAt">When it began: it gives up on what cannot be removed half an hour later.</param>
/// <param name="Done">Whether every Region has come to its end.</param>
/// <param name="WaitSeconds">Until the next look.</param>
/// <param name="Regions">Every Region in which the run may have made something.</param>
/// <param name="Missing">Executions of the run that Step Functions does not know any more; absent: none.</param>
public sealed record RollbackRecord(
    string Run,
    string Cause,
    DateTimeOffset BegunAt,
    bool Done,
    int WaitSeconds,
    IReadOnlyList<RegionRollback> Regions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null)
{
    /// <summary>Somebody asked for it.</summary>
    public const string Asked = "asked";

    /// <summary>The run failed, and its request says so.</summary>
    public const string OnFailure = "onFailure";
}

/// <summary>How far the rollback is in one Region.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Before">What was there before the run, and is put back.</param>
/// <param name="Made">Everything of the run that was ever seen here: ids, and versions of templates.</param>
/// <param name="Restored">What was put back, each in words.</param>
/// <param name="Kept">What somebody else has changed since, and so was left alone, each in words.</param>
/// <param name="Left">What could not be removed or put back at the last look.</param>
/// <param name="QuietSince">Since when there is nothing to be done; absent while there is.</param>
/// <param name="Done">Whether it is over.</param>
public sealed record RegionRollback(
    string Region,
    RegionBefore Before,
    IReadOnlyList<string> Made,
    IReadOnlyList<string> Restored,
    IReadOnlyList<string> Kept,
    IReadOnlyList<Leftover> Left,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? QuietSince = null,
    bool Done = false);

/// <summary>Something that could not be removed or put back, and why.</summary>
public sealed record Leftover(string Resource, string Why);

/// <summary>What the first plan that looked found in a Region before the run changed it.</summary>
/// <param name="Images">The ids of the run's images, by which its values in parameters are recognised.</param>
/// <param name="Templates">Launch templates that were there.</param>
/// <param name="Parameters">SSM parameters, there or not.</param>
/// <param name="Permissions">Permissions of images and snapshots that were there.</param>
/// <param name="StoppedSource">The source instance, where it ran and the run was to stop it; absent otherwise.</param>
public sealed record RegionBefore(
    IReadOnlyList<string> Images,
    IReadOnlyList<TemplateBefore> Templates,
    IReadOnlyList<ParameterBefore> Parameters,
    IReadOnlyList<PermissionsBefore> Permissions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StoppedSource = null);

/// <summary>A launch template that was there, and its default version.</summary>
public sealed record TemplateBefore(string Id, string Name, long DefaultVersion);

/// <summary>An SSM parameter as it was.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its value; absent: there was none.</param>
public sealed record ParameterBefore(string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedParameter? Before = null);
