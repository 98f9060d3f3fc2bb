namespace Amicast.Simulator.Tests.Facts.Filters;

internal static class VolumeFilters
{
    private const string Everything = "web web-data db extra spot spot-data";

    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("attachment.attach-time", "{start}", "web web-data db"),
        Of("attachment.delete-on-termination", "false", "web-data db"),
        Of("attachment.device", "/dev/sdf", "web-data spot-data"),
        Of("attachment.instance-id", "{i:spot}", "spot spot-data"),
        Of("attachment.status", "attached", "web web-data db spot spot-data"),
        Of("availability-zone", "us-east-1b", "spot spot-data"),
        Of("availability-zone-id", "use1-az3", "extra"),
        Of("create-time", "{start}", "web web-data db"),
        Of("encrypted", "true", "web-data spot-data"),
        Of("fast-restored", "false", Everything),
        Of("multi-attach-enabled", "false", Everything),
        Of("operator.managed", "false", Everything),
        Of("size", "500", "web-data"),
        Of("snapshot-id", "snap-00000000000000002", "spot-data"),
        Of("status", "available", "extra"),
        Of("volume-id", "vol-00000000000000003", "db"),
        Of("volume-type", "st1", "web-data"),
        Of("tag-key", "Stage", "extra"),
        Of("tag:Stage", "test", "extra"),
        .. FilterRow.None("DescribeVolumes", "operator.principal"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeVolumes", filter, value, expected);
}
