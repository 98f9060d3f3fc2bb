using System.Diagnostics;

namespace Amicast.Benchmarks;

/// <summary>What this process uses, in MiB.</summary>
internal static class Memory
{
    private const double MiB = 1024 * 1024;

    /// <summary>The most that the process has had in memory, since it began.</summary>
    internal static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / MiB;
    }

    /// <summary>What is reachable now.</summary>
    internal static double Live() => GC.GetTotalMemory(forceFullCollection: true) / MiB;
}
