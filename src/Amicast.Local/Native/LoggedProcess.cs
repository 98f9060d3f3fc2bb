using System.ComponentModel;
using System.Diagnostics;

namespace Amicast.Local.Native;

/// <summary>A process, and what it writes, line by line.</summary>
internal sealed class LoggedProcess
{
    /// <summary>How long a process that has ended is listened to: what it started and left behind may hold its pipes open for as long as it lives.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;

    private LoggedProcess(Process process, TextWriter logs)
    {
        _process = process;
        ExitCode = ExitCodeAsync(logs);
    }

    /// <summary>Ends when the process has, and all that it wrote is in the logs.</summary>
    internal Task<int> ExitCode { get; }

    /// <param name="start">The program; its output is redirected.</param>
    /// <param name="logs">Takes the lines, from any thread.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    internal static LoggedProcess Start(ProcessStartInfo start, TextWriter logs)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return new LoggedProcess(Process.Start(start)!, logs);
    }

    /// <summary>Ends it and what it started. What it is about to start that very moment may be missed.</summary>
    internal void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended, and is let go of.
        }
    }

    private async Task<int> ExitCodeAsync(TextWriter logs)
    {
        using var process = _process;
        using var enough = new CancellationTokenSource();
        var written = Task.WhenAll(LogAsync(process.StandardOutput, logs, enough.Token), LogAsync(process.StandardError, logs, enough.Token));
        await process.WaitForExitAsync(CancellationToken.None);
        enough.CancelAfter(LastWords);
        await written;
        return process.ExitCode;
    }

    private static async Task LogAsync(StreamReader lines, TextWriter logs, CancellationToken enough)
    {
        using (lines)
        {
            try
            {
                while (await lines.ReadLineAsync(enough) is { } line)
                {
                    await logs.WriteLineAsync(line.AsMemory(), CancellationToken.None);
                }
            }
            catch (OperationCanceledException)
            {
                // What is written now is another process's.
            }
        }
    }
}
