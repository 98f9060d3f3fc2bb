using System.Runtime.InteropServices;
using Amicast.Functions.Runtime;
using Amicast.Functions.Steps;

namespace Amicast.Functions;

/// <summary>The one place where the function's program meets the real clock, chance, sockets and standard output.</summary>
internal static class CompositionRoot
{
    internal static async Task<int> RunAsync()
    {
        using var shutdown = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, received =>
        {
            received.Cancel = true;
            shutdown.Cancel();
        });
        using var runtime = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        using var aws = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
#pragma warning disable RS0030 // The composition root names the system's clock and chance.
        var (time, chance) = (TimeProvider.System, Random.Shared);
#pragma warning restore RS0030
        var startup = new StepStartup(Environment.GetEnvironmentVariable, aws, time, chance, output);

        // With the package: LambdaBootstrapBuilder.Create(startup.Start(Environment.GetEnvironmentVariable("_HANDLER"))).Build().RunAsync(…).
        var process = new FunctionProcess(Environment.GetEnvironmentVariable, Environment.SetEnvironmentVariable, runtime, output, time);
        return await process.RunAsync(startup.Start, shutdown.Token);
    }
}
