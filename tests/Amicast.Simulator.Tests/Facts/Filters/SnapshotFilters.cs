namespace Amicast.Simulator.Tests.Facts.Filters;

internal static class SnapshotFilters
{
    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("description", "nightly", "pending"),
        Of("encrypted", "true", "web-data managed failed"),
        Of("owner-id", "137112412989", "amazon"),
        Of("progress", "100%", "web web-data db amazon managed created timed"),
        Of("snapshot-id", "snap-00000000000000003", "db"),
        Of("start-time", "{start}", "web web-data db amazon managed"),
        Of("start-time", "2026-11-22T02:01:*", "failed created timed"),
        Of("status", "pending", "pending"),
        Of("status", "error", "failed"),
        Of("storage-tier", "standard", "web web-data db amazon managed failed created timed pending"),
        Of("transfer-type", "time-based", "timed"),
        Of("transfer-type", "standard", "web web-data db amazon managed failed"),
        Of("volume-id", "vol-00000000000000003", "created pending"),
        Of("volume-size", "100", "web-data"),
        Of("tag-key", "Stage", "timed"),
        Of("tag:Stage", "t?st", "timed"),
        .. FilterRow.None("DescribeSnapshots", "owner-alias"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeSnapshots", filter, value, expected);
}
