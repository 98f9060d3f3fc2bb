using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amicast.Local.Serving;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.Serving;

/// <summary>A local cloud behind a real socket, its world on a thread of its own. Its time moves as fast as it can while anything is under way there, or at the wall's pace.</summary>
internal sealed class ServedCloud : IAsyncDisposable
{
    private readonly PacedClock _clock;
    private readonly LoopbackServer _server;
    private readonly TaskCompletionSource _ended = new();
    private readonly Thread _world;

    private ServedCloud(ServingOptions options, FaultRule[] faults, HttpMessageHandler? handler, Action<Exception>? failed, double speed = double.PositiveInfinity)
    {
        var account = LocalCloud.ExampleAccount;
        _clock = new PacedClock(account.StartsAt, speed, Walls.System) { StaysOpen = true };
        Cloud = LocalCloud.Simulated(_clock, seed: 1, account, new FaultPlan(faults), Deployment.Default);
        _server = new LoopbackServer(_clock, handler ?? Cloud.CreateHandler(), options, failed);
        _world = new Thread(() => _clock.Run(() => _ended.Task));
    }

    internal LocalCloud Cloud { get; }

    internal string Url => _server.Url;

    /// <summary>A cloud in which a run is still under way when the next request comes, however long that takes.</summary>
    internal static Task<ServedCloud> StartAtWallPaceAsync() =>
        StartAsync(new ServedCloud(new ServingOptions { Port = 0 }, [], handler: null, failed: null, speed: 1));

    internal static Task<ServedCloud> StartAsync(params FaultRule[] faults) => StartAsync(new ServingOptions { Port = 0 }, faults);

    internal static Task<ServedCloud> StartAsync(ServingOptions options, HttpMessageHandler handler, Action<Exception> failed) =>
        StartAsync(new ServedCloud(options, [], handler, failed));

    internal static Task<ServedCloud> StartAsync(ServingOptions options, params FaultRule[] faults) =>
        StartAsync(new ServedCloud(options, faults, handler: null, failed: null));

    private static async Task<ServedCloud> StartAsync(ServedCloud served)
    {
        served._world.Start();
        try
        {
            await served._server.StartAsync();
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    /// <summary>An unmodified client, over the socket.</summary>
    internal AmazonEC2Client Ec2(string region) => new(new BasicAWSCredentials("AKIAANYKEY", "any"), new AmazonEC2Config
    {
        ServiceURL = Url,
        AuthenticationRegion = region,
        MaxErrorRetry = 0,
    });

    internal HttpClient Http() => new() { BaseAddress = new Uri(Url) };

    /// <summary>Lets the cloud's time go on.</summary>
    internal Task WaitAsync(TimeSpan time) => InsideAsync(() => Task.Delay(time, _clock));

    /// <summary>Does something on the world's thread.</summary>
    internal Task InsideAsync(Func<Task> work) => _clock.InsideAsync(async () =>
    {
        await work();
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _clock.Post(_ended.SetResult);
        _world.Join();
        _clock.Dispose();
    }

    /// <summary>A request signed for a service, as far as anybody looks.</summary>
    internal static HttpRequestMessage Request(string service, string body, string? target = null, string path = "/")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIAANYKEY/20261122/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        return request;
    }

    internal static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }
}
