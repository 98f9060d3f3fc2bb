using System.Diagnostics;
using System.Text.Json;

namespace Amicast.Functions.Tests.Processes;

/// <summary>The program as it was built, run as a process: the managed one, or the native one that the variable <c>AMICAST_BOOTSTRAP</c> names.</summary>
internal sealed class BuiltProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    private readonly CancellationTokenRegistration _outOfTime;

    private BuiltProgram(ProcessStartInfo start, CancellationToken cancellation)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _outOfTime = cancellation.Register(_process.Kill);
    }

    /// <summary>Starts it; <paramref name="cancellation"/> kills it.</summary>
    internal static BuiltProgram Start(string handler, Uri runtimeApi, Uri ec2, CancellationToken cancellation)
    {
        var program = Environment.GetEnvironmentVariable("AMICAST_BOOTSTRAP") ?? Path.Combine(AppContext.BaseDirectory, "bootstrap");
        return new BuiltProgram(new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["_HANDLER"] = handler,
                ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi.Authority,
                ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
                ["AWS_LAMBDA_LOG_LEVEL"] = "DEBUG",
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = "id",
                ["AWS_SECRET_ACCESS_KEY"] = "key",
                ["AWS_ENDPOINT_URL_EC2"] = ec2.ToString(),
            },
        }, cancellation);
    }

    /// <summary>Tells the process to end, as Lambda does, and waits until it has.</summary>
    internal async Task<(int ExitCode, IReadOnlyList<string> Messages)> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>Waits until the process has ended by itself; its exit code, and the messages of its log.</summary>
    internal async Task<(int ExitCode, IReadOnlyList<string> Messages)> EndAsync()
    {
        await _process.WaitForExitAsync();
        var lines = (await _output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (_process.ExitCode, [.. lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("message").GetString()!)]);
    }

    public void Dispose()
    {
        _outOfTime.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
