using System.Diagnostics;

namespace Amicast.Cli.Tests;

/// <summary><c>amicast serve</c>, running, as a script would have it.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServeProcess(Process process, string greeting, string url) => (_process, Greeting, Url) = (process, greeting, url);

    /// <summary>What it printed until it was there, with the address in the place of the port that it took.</summary>
    internal string Greeting { get; }

    internal string Url { get; }

    internal int Id => _process.Id;

    internal TextReader Output => _process.StandardOutput;

    /// <summary>Starts it and reads what it says until it is there.</summary>
    internal static async Task<ServeProcess> StartAsync(params string[] arguments)
    {
        var process = CommandProcess.Start(["serve", "--port", "0", .. arguments]);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line == "Ctrl-C stops it.")
            {
                var url = lines[0][lines[0].IndexOf("http", StringComparison.Ordinal)..];
                return new ServeProcess(process, string.Join('\n', lines).Replace(url, "URL", StringComparison.Ordinal) + "\n", url);
            }
        }

        throw new InvalidOperationException($"It ended: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <returns>The exit code if the signal itself ends the process.</returns>
    internal Task<int> SignalAsync(string signal) => Signal.SendAsync(_process, signal);

    /// <summary>What it printed since, and how it ended.</summary>
    internal async Task<CommandProcess> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new CommandProcess(_process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
