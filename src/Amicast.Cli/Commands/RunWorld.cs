using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amicast.Local;
using Amicast.Simulator.Account;
using Amicast.Simulator.Documents;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Cli.Commands;

/// <summary>The world that a run happens in: a clock, a cloud, and how often somebody looks.</summary>
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
    internal static RunWorld Open(RunOptions options, Func<string, string?> variable)
    {
        var deployment = Deployment.FromEnvironment(variable) with { AllowPublicImages = options.AllowPublicImages };
        return options.OnAws ? OnAws(options, deployment) : Simulated(options, deployment);
    }

    public void Dispose()
    {
        Clock.Dispose();
        _sockets?.Dispose();
    }

    private static RunWorld Simulated(RunOptions options, Deployment deployment)
    {
        var account = options.Account is null ? LocalCloud.ExampleAccount : Read("--account", options.Account, AccountDocument.Parse);
        var faults = options.Faults is null ? FaultPlan.None : ReadFaults(options.Faults);
#pragma warning disable RS0030 // The composition root gives the pace of the wall.
        var clock = new PacedClock(account.StartsAt, options.Speed, TimeProvider.System);
#pragma warning restore RS0030
        var cloud = LocalCloud.Simulated(clock, options.Seed, account, faults, deployment);
        var frame = double.IsPositiveInfinity(options.Speed) ? UnpacedFrame : Frame * options.Speed;
        return new RunWorld(clock, cloud, LocalCloud.DefaultRun(account, options.Seed), frame);
    }

    private static RunWorld OnAws(RunOptions options, Deployment deployment)
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

    private static FaultPlan ReadFaults(string faults) =>
        !double.TryParse(faults, NumberStyles.Float, CultureInfo.InvariantCulture, out var probability) ? Read("--faults", new FileInfo(faults), FaultPlan.Parse)
        : probability is >= 0 and <= 1 ? FaultPlan.FromProbability(probability)
        : throw new BadOptionException($"--faults: {faults} is not a probability; give a number from 0 to 1, or a fault plan's file.");

    private static T Read<T>(string option, FileInfo file, Func<string, T> parse)
    {
        try
        {
            return parse(File.ReadAllText(file.FullName));
        }
        catch (InvalidDocumentException invalid)
        {
            throw new BadOptionException($"{option} {file.Name}: {invalid.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadOptionException($"{option}: {error.Message}");
        }
    }
}
