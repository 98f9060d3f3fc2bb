using System.Net;
using Amicast.Cli.Views;
using Amicast.Local.Native;
using Amicast.Local.Scheduling;
using Amicast.Local.Serving;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>Carries out <c>amicast serve</c>.</summary>
/// <param name="terminal">Where it says what it serves.</param>
internal sealed class ServeHandler(Terminal terminal)
{
    /// <summary>Serves until it is interrupted and returns the exit code.</summary>
    internal int Run(ServeOptions options)
    {
        try
        {
            RefuseStrangers(options.Serving);
            var schedule = options.Schedule?.Read();
            var native = NativeProgram.Open(options);
            using var logs = native?.Logs;
            var world = SimulatedWorld.Open(
                options.Simulation, DeploymentVariables.Read(terminal), terminal, new UnknownParametersView(terminal.Error).Write, options.LambdaEndpoint, new EndsView(terminal).Listener, native);
            using var clock = world.Clock;
            Serve(world, options, schedule);
            return new AccountFile(terminal).TryWrite(options.Simulation.Save, world.Cloud.Account) ? ExitCode.Interrupted : ExitCode.Failed;
        }
        catch (Exception bad) when (bad is BadOptionException or CannotListenException)
        {
            terminal.Error.WriteLine(bad.Message);
            return ExitCode.BadUsage;
        }
    }

    private static void RefuseStrangers(ServingOptions serving)
    {
        if (!IPAddress.IsLoopback(serving.Address) && !serving.AllowRemoteAccess)
        {
            throw new BadOptionException(
                $"--listen: {serving.Address} is not a loopback address, and nobody is asked for a password: add --allow-remote-access to let other machines in.");
        }
    }

    private void Serve(SimulatedWorld world, ServeOptions options, Schedule? schedule)
    {
        world.Clock.StaysOpen = true;
        var interrupted = new TaskCompletionSource();
        using var interruption = new Interruption(() => world.Clock.Post(interrupted.SetResult));
        var server = new LoopbackServer(world.Clock, world.Cloud.CreateHandler(), options.Serving, failure => Tell(world, failure));
        world.Clock.Run(() => ServeAsync(world, server, options, schedule, interrupted.Task));
    }

    // Sockets are opened and closed outside the world, which goes on meanwhile: calls that are under way get their answers.
    private async Task ServeAsync(SimulatedWorld world, LoopbackServer server, ServeOptions options, Schedule? schedule, Task interrupted)
    {
        await OutsideAsync(world, server.StartAsync);
        world.Native?.Serve(new ServedPlace(ForFunctions(server.Url), world.Cloud.Account!.Regions[0], world.Cloud.StateMachineArn));
        var first = schedule is null ? null : world.Cloud.StartScheduler(new ScheduleView(terminal).Write).Add(schedule);
        new ServeView(terminal.Output).Write(server.Url, world, options, first);
        await interrupted;
        terminal.Output.WriteLine("Stopping.");
        await OutsideAsync(world, () => server.DisposeAsync().AsTask());
        await (world.Native?.StopAsync() ?? Task.CompletedTask);
        terminal.Output.WriteLine($"Stopped at {world.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} of the account's clock.");
    }

    // Whatever address it listens on, this machine's own functions are on this machine.
    private static Uri ForFunctions(string url)
    {
        var address = new Uri(url);
        return IPAddress.TryParse(address.Host, out var host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = IPAddress.Loopback.ToString() }.Uri
            : address;
    }

    private static Task OutsideAsync(SimulatedWorld world, Func<Task> work) => world.Clock.OutsideAsync(async () =>
    {
        await work();
        return true;
    });

    private void Tell(SimulatedWorld world, Exception failure) =>
        world.Clock.Post(() => terminal.Error.WriteLine($"A call failed inside the simulated cloud: {failure}"));
}
