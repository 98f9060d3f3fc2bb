using System.Globalization;
using Amicast.Cli.Kept;
using Amicast.Local;
using Amicast.VirtualTime;

namespace Amicast.Cli.Commands;

/// <summary>The world that a run happens in, or is planned for: a clock, a cloud, and how often somebody looks.</summary>
internal sealed class RunWorld : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan UnpacedFrame = TimeSpan.FromMinutes(1);
    private readonly HttpMessageHandler? _sockets;

    private RunWorld(PacedClock clock, LocalCloud cloud, string defaultRun, TimeSpan betweenLooks, HttpMessageHandler? sockets = null, AwsCaller? caller = null)
    {
        (Clock, Cloud, DefaultRun, BetweenLooks, _sockets, Caller) = (clock, cloud, defaultRun, betweenLooks, sockets, caller);
    }

    /// <summary>Who calls AWS; none where EC2 is simulated.</summary>
    internal AwsCaller? Caller { get; }

    internal PacedClock Clock { get; }

    internal LocalCloud Cloud { get; }

    /// <summary>The run id of a request that names none.</summary>
    internal string DefaultRun { get; }

    /// <summary>In the world's time.</summary>
    internal TimeSpan BetweenLooks { get; }

    /// <exception cref="BadOptionException">An option names something that cannot be used.</exception>
    internal static RunWorld Open(WorldOptions options, Terminal terminal)
    {
        return options.OnAws ? OnAws(terminal, options.AllowPublicImages) : Simulated(options.Simulation, Deployment(terminal, options.AllowPublicImages), terminal);
    }

    /// <summary>The account of the usual credentials.</summary>
    /// <exception cref="BadOptionException">There are none, or a variable names something that cannot be used.</exception>
    internal static RunWorld OnAws(Terminal terminal, bool allowPublicImages)
    {
        var (deployment, speed, caller) = (Deployment(terminal, allowPublicImages), RehearsedSpeed.Read(terminal), AwsCaller.Find());
#pragma warning disable RS0030 // On AWS the world's time is the wall's, and retries of one machine must not march in step with another's.
        var clock = new PacedClock(TimeProvider.System.GetUtcNow(), speed, TimeProvider.System);
        var seed = Random.Shared.NextInt64();
#pragma warning restore RS0030
        var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var cloud = LocalCloud.OnAws(clock, seed, caller.Credentials, caller.Region, sockets, deployment);
        return new RunWorld(clock, cloud, DefaultRunOnAws(), Frame * speed, sockets, caller);
    }

    /// <summary>The run id of a request that names none: when it was started.</summary>
    internal static string DefaultRunOnAws()
    {
#pragma warning disable RS0030 // On AWS the time is the wall's.
        return $"run-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
#pragma warning restore RS0030
    }

    public void Dispose()
    {
        Clock.Dispose();
        _sockets?.Dispose();
    }

    private static RunWorld Simulated(Simulation simulation, Deployment deployment, Terminal terminal)
    {
        var world = SimulatedWorld.Open(simulation, deployment, terminal);
        var frame = double.IsPositiveInfinity(simulation.Speed) ? UnpacedFrame : Frame * simulation.Speed;
        return new RunWorld(world.Clock, world.Cloud, LocalCloud.DefaultRun(world.Account, simulation.Seed), frame);
    }

    private static Deployment Deployment(Terminal terminal, bool allowPublicImages) => DeploymentVariables.Read(terminal) with { AllowPublicImages = allowPublicImages };
}
