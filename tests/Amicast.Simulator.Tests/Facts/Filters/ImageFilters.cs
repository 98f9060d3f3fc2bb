namespace Amicast.Simulator.Tests.Facts.Filters;

internal static class ImageFilters
{
    private const string Everything = "web db amazon managed failed created";

    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("architecture", "arm64", "db created"),
        Of("architecture", "x86_64", "web amazon managed failed"),
        Of("block-device-mapping.delete-on-termination", "false", "created"),
        Of("block-device-mapping.device-name", "/dev/sdf", "web"),
        Of("block-device-mapping.encrypted", "true", "web managed failed"),
        Of("block-device-mapping.snapshot-id", "snap-00000000000000002", "web"),
        Of("block-device-mapping.volume-size", "8", "db amazon managed failed created"),
        Of("block-device-mapping.volume-type", "gp2", "created"),
        Of("creation-date", "{start}", "web db amazon managed"),
        Of("creation-date", "2026-11-22T02:01:*", "failed created"),
        Of("description", "web tier", "web"),
        Of("ena-support", "true", Everything),
        Of("hypervisor", "xen", Everything),
        Of("image-id", "{ami:created}", "created"),
        Of("image-id", "ami-00000000000000002", "db"),
        Of("image-type", "machine", Everything),
        Of("is-public", "true", "db amazon"),
        Of("manifest-location", "137112412989/al2023-1", "amazon"),
        Of("name", "web-1", "web"),
        Of("name", "?????-1", ""),
        Of("name", "*-1", Everything),
        Of("name", "WEB-1", ""),
        Of("name", @"web\-1", "web"),
        Of("name", @"*\*", ""),
        Of("owner-alias", "amazon", "amazon"),
        Of("owner-id", "123456789012", "web db managed failed created"),
        Of("product-code", "abc123", "created"),
        Of("product-code.type", "marketplace", "created"),
        Of("root-device-name", "/dev/sda1", "db created"),
        Of("root-device-type", "ebs", Everything),
        Of("source-image-id", "ami-00000000000000009", "failed"),
        Of("source-image-region", "eu-central-1", "failed"),
        Of("source-instance-id", "i-00000000000000002", "created"),
        Of("state", "failed", "failed"),
        Of("state", "available", "web db amazon managed created"),
        Of("state-reason-code", "Server.InternalError", "failed"),
        Of("state-reason-message", "Copy image failed*", "failed"),
        Of("virtualization-type", "hvm", Everything),
        Of("tag-key", "Stage", "created"),
        Of("tag-key", "Ro??", "web db"),
        Of("tag:Stage", "test", "created"),
        Of("tag:Role", "*b*", "web db"),
        Of("tag:Role", @"db\*", "db"),
        Of("tag:Role", @"web\*", ""),
        .. FilterRow.None("DescribeImages", "kernel-id", "platform", "ramdisk-id", "sriov-net-support"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeImages", filter, value, expected);
}
