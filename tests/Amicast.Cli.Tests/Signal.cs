using System.Diagnostics;
using System.Globalization;

namespace Amicast.Cli.Tests;

/// <summary>What a terminal, or a supervisor, sends a process.</summary>
internal static class Signal
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>Sends <c>INT</c>, as Ctrl-C does, or <c>TERM</c>; a process that is deaf to INT gets TERM, which means the same to the command.</summary>
    /// <remarks>A shell without job control starts what it runs in the background (<c>dotnet test &amp;</c>) deaf to SIGINT, and children inherit it.</remarks>
    /// <returns>The exit code of a process that the signal itself ends: 128 and the signal's number.</returns>
    internal static async Task<int> SendAsync(Process process, string signal)
    {
        var number = signal == "INT" && !IsDeafToInterrupt(process) ? Interrupt : Terminate;
        using var kill = Process.Start("kill", [$"-{number}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return 128 + number;
    }

    private static bool IsDeafToInterrupt(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        const string Ignored = "SigIgn:";
        return File.Exists(status)
            && File.ReadLines(status).First(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
            && (long.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1L << (Interrupt - 1))) != 0;
    }
}
