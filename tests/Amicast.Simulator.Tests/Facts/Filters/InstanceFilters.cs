namespace Amicast.Simulator.Tests.Facts.Filters;

internal static class InstanceFilters
{
    private const string Everything = "web db spot";

    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("architecture", "arm64", "db"),
        Of("availability-zone", "us-east-1b", "spot"),
        Of("availability-zone-id", "use1-az1", "web db"),
        Of("block-device-mapping.attach-time", "{start}", "web db"),
        Of("block-device-mapping.delete-on-termination", "false", "web db"),
        Of("block-device-mapping.device-name", "/dev/sdf", "web spot"),
        Of("block-device-mapping.status", "attached", Everything),
        Of("block-device-mapping.volume-id", "vol-00000000000000003", "db"),
        Of("client-token", "once", "spot"),
        Of("ebs-optimized", "true", "spot"),
        Of("ena-support", "true", Everything),
        Of("enclave-options.enabled", "false", Everything),
        Of("hibernation-options.configured", "false", Everything),
        Of("hypervisor", "xen", Everything),
        Of("iam-instance-profile.arn", "arn:aws:iam::*:instance-profile/web", "spot"),
        Of("image-id", "ami-00000000000000001", "web spot"),
        Of("instance-id", "i-00000000000000002", "db"),
        Of("instance-lifecycle", "spot", "spot"),
        Of("instance-state-code", "80", "web db"),
        Of("instance-state-name", "running", "spot"),
        Of("instance-type", "m7g.*", "db"),
        Of("instance.group-id", "sg-0000000000000000a", "spot"),
        Of("instance.group-name", "default", "web db"),
        Of("key-name", "web", "spot"),
        Of("launch-index", "0", Everything),
        Of("launch-time", "{start}", "web db"),
        Of("metadata-options.http-endpoint", "enabled", Everything),
        Of("metadata-options.http-put-response-hop-limit", "3", "spot"),
        Of("metadata-options.http-tokens", "required", "web db"),
        Of("metadata-options.state", "applied", Everything),
        Of("monitoring-state", "enabled", "spot"),
        Of("operator.managed", "false", Everything),
        Of("owner-id", "123456789012", Everything),
        Of("platform-details", "Linux/UNIX", Everything),
        Of("private-dns-name", "ip-172-31-*.ec2.internal", Everything),
        Of("private-ip-address", "172.31.*", Everything),
        Of("reason", "Client.UserInitiatedShutdown*", "web"),
        Of("reservation-id", "r-*", Everything),
        Of("product-code", "abc123", "db"),
        Of("product-code.type", "marketplace", "db"),
        Of("root-device-name", "/dev/sda1", "db"),
        Of("root-device-type", "ebs", Everything),
        Of("source-dest-check", "true", Everything),
        Of("state-reason-code", "Client.UserInitiatedShutdown", "web"),
        Of("state-reason-message", "*User initiated shutdown", "web"),
        Of("subnet-id", "{subnet:b}", "spot"),
        Of("tenancy", "default", Everything),
        Of("usage-operation", "RunInstances", Everything),
        Of("virtualization-type", "hvm", Everything),
        Of("vpc-id", "{vpc:default}", Everything),
        Of("tag-key", "aws:ec2launchtemplate:version", "spot"),
        Of("tag-key", "Name", "web"),
        Of("tag:Role", "db", "db"),
        .. FilterRow.None(
            "DescribeInstances",
            "affinity", "capacity-reservation-id", "dns-name", "host-id", "ip-address", "ipv6-address", "kernel-id", "operator.principal", "outpost-arn",
            "placement-group-name", "placement-partition-number", "platform", "ramdisk-id", "requester-id", "tpm-support"),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeInstances", filter, value, expected);
}
