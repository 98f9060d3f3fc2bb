using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

internal sealed class DescribeInstanceTypes : DescribeList<InstanceTypeInfo>
{
    private static readonly FilterTable<InstanceTypeInfo> Table = new FilterTable<InstanceTypeInfo>()
        .With("bare-metal", (_, _) => "false")
        .With("burstable-performance-supported", (type, _) => FilterTable.Text(type.IsBurstable))
        .With("current-generation", (_, _) => "true")
        .With("hypervisor", (_, _) => "nitro")
        .With("instance-type", (type, _) => type.Name)
        .With("memory-info.size-in-mib", (type, _) => $"{type.MemoryMiB}")
        .With("processor-info.supported-architecture", (type, _) => type.Architecture)
        .With("supported-root-device-type", (_, _) => "ebs")
        .WithMany("supported-usage-class", (_, _) => ["on-demand", "spot"])
        .With("supported-virtualization-type", (_, _) => "hvm")
        .With("vcpu-info.default-cores", (type, _) => $"{type.VCpus / type.ThreadsPerCore}")
        .With("vcpu-info.default-threads-per-core", (type, _) => $"{type.ThreadsPerCore}")
        .With("vcpu-info.default-vcpus", (type, _) => $"{type.VCpus}")
        .With("instance-storage-supported", (_, _) => "false")
        .WithNone(
            "instance-storage-info.disk.count", "instance-storage-info.disk.size-in-gb", "instance-storage-info.disk.type",
            "instance-storage-info.encryption-support", "instance-storage-info.nvme-support", "instance-storage-info.total-size-in-gb")
        .Refusing(
            "auto-recovery-supported", "dedicated-hosts-supported", "ebs-info.", "free-tier-eligible", "hibernation-supported", "network-info.",
            "nitro-enclaves-support", "nitro-tpm-info.supported-versions", "nitro-tpm-support", "processor-info.supported-features",
            "processor-info.sustained-clock-speed-in-ghz", "reboot-migration-support", "supported-boot-mode", "vcpu-info.valid-cores",
            "vcpu-info.valid-threads-per-core");

    private protected override string SetElement => "instanceTypeSet";

    private protected override FilterTable<InstanceTypeInfo> Filters => Table;

    private protected override (int Least, int Most) PageSizes => (5, 100);

    private protected override IReadOnlyList<(string Parameter, Func<InstanceTypeInfo, string> ValueOf, Func<string, Ec2Exception> NotFound)> Names =>
        [("InstanceType", type => type.Name, name => new("InvalidInstanceType", $"The following supplied instance types do not exist: [{name}]"))];

    private protected override IEnumerable<InstanceTypeInfo> All(Call call) => InstanceTypeCatalog.OfferedIn(call.Region);

    private protected override void Write(ResponseWriter response, InstanceTypeInfo item, Call call)
    {
        response.Text("instanceType", item.Name);
        response.Flag("currentGeneration", true);
        response.Texts("supportedUsageClasses", ["on-demand", "spot"]);
        response.Texts("supportedRootDeviceTypes", ["ebs"]);
        response.Texts("supportedVirtualizationTypes", ["hvm"]);
        response.Flag("bareMetal", false);
        response.Text("hypervisor", "nitro");
        response.Open("processorInfo");
        response.Texts("supportedArchitectures", [item.Architecture]);
        response.Close("processorInfo");
        response.Open("vCpuInfo");
        response.Number("defaultVCpus", item.VCpus);
        response.Number("defaultCores", item.VCpus / item.ThreadsPerCore);
        response.Number("defaultThreadsPerCore", item.ThreadsPerCore);
        response.Close("vCpuInfo");
        response.Open("memoryInfo");
        response.Number("sizeInMiB", item.MemoryMiB);
        response.Close("memoryInfo");
        response.Flag("instanceStorageSupported", false);
        response.Flag("burstablePerformanceSupported", item.IsBurstable);
    }
}
