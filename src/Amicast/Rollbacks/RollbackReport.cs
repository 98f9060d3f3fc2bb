using System.Text.Json.Serialization;

namespace Amicast.Rollbacks;

/// <summary>What a rollback did, for the report.</summary>
/// <param name="Cause">Why it was done: <c>asked</c>, or <c>onFailure</c>.</param>
/// <param name="Regions">Each Region in which the run may have made something.</param>
/// <param name="Missing">Executions whose histories are gone: what was there before them could not be put back. Absent: none.</param>
public sealed record RollbackReport(
    string Cause,
    IReadOnlyList<RolledBackRegion> Regions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null)
{
    internal static RollbackReport Of(RollbackRecord record) => new(record.Cause, [.. record.Regions.Select(Of)], record.Missing);

    private static RolledBackRegion Of(RegionRollback region)
    {
        var left = region.Left.Select(one => one.Resource).ToHashSet();
        return new(region.Region, [.. region.Made.Where(made => !left.Contains(made))], region.Restored, region.Kept, region.Left);
    }
}

/// <summary>One Region of a rollback's report.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Removed">What is gone: ids, and versions of templates.</param>
/// <param name="Restored">What was put back, in words.</param>
/// <param name="Kept">What somebody else has changed since, and so was left alone, in words.</param>
/// <param name="Left">What could not be removed or put back, and why: a later rollback tries again.</param>
public sealed record RolledBackRegion(
    string Region,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Restored,
    IReadOnlyList<string> Kept,
    IReadOnlyList<Leftover> Left);
