using System.Diagnostics;
using System.Globalization;

namespace Amicast.HttpApi.Benchmarks;

/// <summary><c>amicast serve</c> as a process of its own.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process _process;

    private ServedProcess(Process process, Uri url) => (_process, Url) = (process, url);

    internal Uri Url { get; }

    internal static async Task<ServedProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Amicast.Cli.dll"), "serve", "--port", "0"]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        var greeting = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The command ended at once.");
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "Ctrl-C stops it.")
        {
            // What it says until it is there.
        }

        return new ServedProcess(process, new Uri(greeting[greeting.IndexOf("http", StringComparison.Ordinal)..]));
    }

    /// <summary>The memory that it holds now, and the most that it has ever held, in MiB (Linux).</summary>
    internal (long Now, long Peak) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        return (Of("VmRSS:"), Of("VmHWM:"));

        long Of(string name) => long.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    internal TimeSpan Busy()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Tells it to stop and waits until it has.</summary>
    internal async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var told = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, Stopwatch.GetElapsedTime(told));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
