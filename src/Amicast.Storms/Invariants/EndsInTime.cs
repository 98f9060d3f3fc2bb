using Amicast.Storms.Courses;

namespace Amicast.Storms.Invariants;

/// <summary>(a) Each execution ends within its deadline, and the time that its last steps and a rollback may take beyond it.</summary>
internal static class EndsInTime
{
    // The retries of the steps after the last wait; a rollback gives up after half an hour.
    private static readonly TimeSpan Beyond = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan OfRollback = TimeSpan.FromMinutes(75);

    internal static IEnumerable<string> Check(Tale tale) =>
        from execution in tale.Executions
        let most = execution.Act.Kind == ActKind.RollBack ? OfRollback : tale.Wish.Timeout + Beyond
        where execution.Took > most
        select $"{execution.Name} took {execution.Took}, and was to end within {most}";
}
