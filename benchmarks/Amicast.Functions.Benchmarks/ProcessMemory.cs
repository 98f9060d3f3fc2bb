using System.Globalization;

namespace Amicast.Functions.Benchmarks;

/// <summary>What another process has had in memory.</summary>
internal static class ProcessMemory
{
    /// <summary>The most so far, in MiB; 0 where there is no <c>/proc</c>.</summary>
    internal static double Peak(int id)
    {
        var status = $"/proc/{id}/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
