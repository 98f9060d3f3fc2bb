using Amicast.Simulator.Ec2.Regions;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>The instance types that DescribeInstanceTypes and DescribeInstanceTypeOfferings list: current families of general use.</summary>
/// <remarks>Launches take every well-formed type, also one that is not listed here; all are offered in every Region and zone, but for those that the account document names.</remarks>
internal static class InstanceTypeCatalog
{
    private static readonly (string Size, int VCpus)[] Sizes =
    [
        ("large", 2), ("xlarge", 4), ("2xlarge", 8), ("4xlarge", 16), ("8xlarge", 32), ("12xlarge", 48), ("16xlarge", 64), ("24xlarge", 96),
    ];

    /// <summary>Families with the GiB of memory to each vCPU, and the most vCPUs.</summary>
    private static readonly (string Family, int Memory, int MostVCpus)[] Families =
    [
        ("c6i", 2, 96), ("c7g", 2, 64), ("c7i", 2, 96), ("m6i", 4, 96), ("m7g", 4, 64), ("m7i", 4, 96), ("r6i", 8, 96), ("r7g", 8, 64), ("r7i", 8, 96),
    ];

    /// <summary>The burstable families t3 and t4g have sizes of their own, in MiB of memory.</summary>
    private static readonly (string Size, int VCpus, int MiB)[] Burstable =
    [
        ("nano", 2, 512), ("micro", 2, 1024), ("small", 2, 2048), ("medium", 2, 4096), ("large", 2, 8192), ("xlarge", 4, 16384), ("2xlarge", 8, 32768),
    ];

    /// <summary>By name.</summary>
    internal static IReadOnlyList<InstanceTypeInfo> All { get; } =
    [
        .. Families
            .SelectMany(family => Sizes
                .Where(size => size.VCpus <= family.MostVCpus)
                .Select(size => new InstanceTypeInfo($"{family.Family}.{size.Size}", size.VCpus, 1024 * family.Memory * size.VCpus)))
            .Concat(((string[])["t3", "t4g"]).SelectMany(family => Burstable.Select(size => new InstanceTypeInfo($"{family}.{size.Size}", size.VCpus, size.MiB))))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    internal static IEnumerable<InstanceTypeInfo> OfferedIn(Region region) => All.Where(type => !region.Settings.InstanceTypesNotOffered.Contains(type.Name));
}

/// <summary>One instance type.</summary>
internal sealed record InstanceTypeInfo(string Name, int VCpus, int MemoryMiB)
{
    internal string Architecture { get; } = InstanceTypes.ArchitectureOf(Name);

    internal bool IsBurstable { get; } = Name.StartsWith('t');

    internal int ThreadsPerCore => Architecture == "arm64" ? 1 : 2;
}
