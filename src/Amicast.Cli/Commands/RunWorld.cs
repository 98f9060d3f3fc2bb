using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amicast.Local;
using Amicast.VirtualTime;

namespace Amicast.Cli.Commands;

/// <summary>The world that a run happens in, or is planned for: a clock, a cloud, and how often somebody looks.</summary>
internal sealed class RunWorld : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan UnpacedFrame = TimeSpan.FromMinutes(1);
    private readonly HttpMessageHandler? _sockets;

    private RunWorld(PacedClock clock, LocalCloud cloud, string defaultRun, TimeSpan betweenLooks, HttpMessageHandler? sockets = null)
    {
        (Clock, Cloud, DefaultRun, BetweenLooks, _sockets) = (clock, cloud, defaultRun, betweenLooks, sockets);
    }

    internal PacedClock Clock { get; }

    internal LocalCloud Cloud { get; }

    /// <summary>The run id of a request that names none.</summary>
    internal string DefaultRun { get; }

    /// <summary>In the world's time.</summary>
    internal TimeSpan BetweenLooks { get; }

    /// <exception cref="BadOptionException">An option names something that cannot be used.</exception>
    internal static RunWorld Open(WorldOptions options, Terminal terminal)
    {
        var deployment = DeploymentVariables.Read(terminal) with { AllowPublicImages = options.AllowPublicImages };
        return options.OnAws ? OnAws(deployment) : Simulated(options.Simulation, deployment, terminal);
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

    private static RunWorld OnAws(Deployment deployment)
    {
#pragma warning disable RS0030 // On AWS the world's time is the wall's, and retries of one machine must not march in step with another's.
        var now = TimeProvider.System.GetUtcNow();
        var clock = new PacedClock(now, speed: 1, TimeProvider.System);
        var seed = Random.Shared.NextInt64();
#pragma warning restore RS0030
        var home = FallbackRegionFactory.GetRegionEndpoint()?.SystemName
            ?? throw new BadOptionException("--aws: no Region is configured; set AWS_REGION or a profile's region.");
        var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        var cloud = LocalCloud.OnAws(clock, seed, Credentials(), home, sockets, deployment);
        return new RunWorld(clock, cloud, $"run-{now:yyyyMMdd-HHmmss}", Frame, sockets);
    }

    private static AWSCredentials Credentials()
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }
        catch (AmazonClientException)
        {
            throw new BadOptionException("--aws: no credentials were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in with 'aws sso login'.");
        }
    }
}
