namespace Amicast.Simulator.Tests.Facts.Filters;

internal static class StatusFilters
{
    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("availability-zone", "us-east-1a", "web db"),
        Of("availability-zone-id", "use1-az2", "spot"),
        Of("instance-state-code", "16", "spot"),
        Of("instance-state-name", "stopped", "web db"),
        Of("instance-status.reachability", "passed", "spot"),
        Of("instance-status.status", "not-applicable", "web db"),
        Of("operator.managed", "false", "web db spot"),
        Of("system-status.reachability", "passed", "spot"),
        Of("system-status.status", "ok", "spot"),
        .. FilterRow.None(
            "DescribeInstanceStatus",
            "event.code", "event.description", "event.instance-event-id", "event.not-after", "event.not-before", "event.not-before-deadline", "operator.principal"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeInstanceStatus", filter, value, expected);
}
