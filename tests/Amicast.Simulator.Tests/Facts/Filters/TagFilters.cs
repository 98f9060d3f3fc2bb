namespace Amicast.Simulator.Tests.Facts.Filters;

internal static class TagFilters
{
    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("key", "Stage", "created timed extra"),
        Of("resource-id", "ami-00000000000000001", "web"),
        Of("resource-type", "launch-template", "web"),
        Of("value", "d?", "db"),
        Of("value", "test", "created timed extra"),
        Of("tag:Stage", "test", "created timed extra"),
        Of("tag:Role", "web", "web web"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeTags", filter, value, expected);
}
