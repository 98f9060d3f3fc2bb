namespace Amicast.Simulator.Tests.Facts.Filters;

/// <summary>One filter of one Describe operation, with a value and what it finds.</summary>
/// <param name="Expected">The names of what is found, in <see cref="FilterWorld"/>'s words, in the order of the response.</param>
internal sealed record FilterRow(string Operation, string Filter, string Value, string Expected)
{
    internal static IReadOnlyList<FilterRow> All { get; } =
        [.. ImageFilters.Rows, .. SnapshotFilters.Rows, .. VolumeFilters.Rows, .. InstanceFilters.Rows, .. StatusFilters.Rows, .. NetworkFilters.Rows, .. TypeFilters.Rows, .. TemplateFilters.Rows, .. TagFilters.Rows];

    /// <summary>Filters on what nothing has: they find nothing, whatever the value.</summary>
    internal static IEnumerable<FilterRow> None(string operation, params IEnumerable<string> filters) =>
        filters.Select(filter => new FilterRow(operation, filter, "*", ""));
}
