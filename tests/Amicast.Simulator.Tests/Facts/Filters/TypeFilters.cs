using Amicast.Simulator.Ec2.Instances;

namespace Amicast.Simulator.Tests.Facts.Filters;

/// <summary>Instance types and where they are offered.</summary>
internal static class TypeFilters
{
    private const string Burstable = "t3.2xlarge t3.large t3.medium t3.micro t3.nano t3.small t3.xlarge t4g.2xlarge t4g.large t4g.medium t4g.micro t4g.nano t4g.small t4g.xlarge";

    /// <summary>By name, as they are listed.</summary>
    private static readonly string Everything = string.Join(' ', InstanceTypeCatalog.All.Select(type => type.Name));

    internal static IReadOnlyList<FilterRow> Rows { get; } =
    [
        Of("bare-metal", "false", Everything),
        Of("burstable-performance-supported", "true", Burstable),
        Of("current-generation", "true", Everything),
        Of("hypervisor", "nitro", Everything),
        Of("instance-storage-supported", "false", Everything),
        Of("instance-type", "t3.m*", "t3.medium t3.micro"),
        Of("memory-info.size-in-mib", "512", "t3.nano t4g.nano"),
        Of("processor-info.supported-architecture", "arm64", string.Join(' ', Everything.Split(' ').Where(type => type.Split('.')[0].EndsWith('g')))),
        Of("supported-root-device-type", "ebs", Everything),
        Of("supported-usage-class", "spot", Everything),
        Of("supported-virtualization-type", "hvm", Everything),
        Of("vcpu-info.default-cores", "48", "c6i.24xlarge c7g.12xlarge c7i.24xlarge m6i.24xlarge m7g.12xlarge m7i.24xlarge r6i.24xlarge r7g.12xlarge r7i.24xlarge"),
        Of("vcpu-info.default-threads-per-core", "1", string.Join(' ', Everything.Split(' ').Where(type => type.Split('.')[0].EndsWith('g')))),
        Of("vcpu-info.default-vcpus", "96", "c6i.24xlarge c7i.24xlarge m6i.24xlarge m7i.24xlarge r6i.24xlarge r7i.24xlarge"),
        .. FilterRow.None(
            "DescribeInstanceTypes",
            "instance-storage-info.disk.count", "instance-storage-info.disk.size-in-gb", "instance-storage-info.disk.type",
            "instance-storage-info.encryption-support", "instance-storage-info.nvme-support", "instance-storage-info.total-size-in-gb"),
        new("DescribeInstanceTypeOfferings", "instance-type", "m7g.large", "m7g.large"),
        new("DescribeInstanceTypeOfferings", "location", "us-east-1", Everything),
    ];

    private static FilterRow Of(string filter, string value, string expected) => new("DescribeInstanceTypes", filter, value, expected);
}
