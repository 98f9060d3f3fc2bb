using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amicast.Simulator.Account;
using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests;

/// <summary>A simulated cloud on virtual time, with unmodified EC2 clients.</summary>
internal sealed class World
{
    internal const string AccountId = "123456789012";
    internal const string InstanceId = "i-0123456789abcdef0";
    private readonly HttpMessageHandler _handler;
    private readonly Dictionary<string, AmazonEC2Client> _clients = [];

    internal World(string? account = null, string? faults = null, long seed = 1, FaultPlan? plan = null, Latency? latency = null, ICloudEvents? events = null)
    {
        var document = AccountDocument.Parse(account ?? SmallAccount);
        Clock = new(document.StartsAt);
        Cloud = new(Clock, new Chance(seed), document, faults is null ? plan : FaultPlan.Parse(faults)) 
        {
            Latency = latency ?? Latency.Usual, Events = events,
        };
        _handler = Cloud.CreateHandler();
    }

    /// <summary>Two Regions to use and one that is not opted in; a KMS key; an instance with two volumes; a template with two versions.</summary>
    internal static string SmallAccount { get; } = """
        {
          "accountId": "123456789012",
          "regions": [
            {
              "name": "us-east-1",
              "keys": [{ "keyId": "0a1b2c3d-0000-4000-8000-000000000000", "aliases": ["alias/ami"] }],
              "instances": [
                {
                  "instanceId": "i-0123456789abcdef0", "name": "web", "instanceType": "m7i.large", "imageId": "ami-0a1b2c3d4e5f60001",
                  "volumes": [
                    { "device": "/dev/xvda", "volumeId": "vol-0123456789abcdef0", "sizeGiB": 30 },
                    { "device": "/dev/sdf", "volumeId": "vol-0123456789abcdef1", "sizeGiB": 100 }
                  ],
                  "tags": { "Role": "web" }
                }
              ]
            },
            {
              "name": "eu-central-1",
              "images": [
                { "imageId": "ami-0a1b2c3d4e5f60003", "name": "base", "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-0a1b2c3d4e5f60003", "sizeGiB": 8 }] }
              ],
              "launchTemplates": [
                {
                  "launchTemplateId": "lt-0a1b2c3d4e5f60003", "name": "web",
                  "versions": [
                    { "description": "first", "imageId": "ami-0a1b2c3d4e5f60003", "instanceType": "m7i.large", "keyName": "web", "tags": { "Role": "web" } },
                    { "imageId": "ami-0a1b2c3d4e5f60003", "instanceType": "t3.small" }
                  ]
                }
              ]
            },
            { "name": "af-south-1", "optInStatus": "not-opted-in" }
          ]
        }
        """;

    /// <summary>The small account with limits of its own.</summary>
    internal static string WithLimits(string limits) =>
        SmallAccount.Replace("\"accountId\": \"123456789012\",", $"\"accountId\": \"123456789012\", \"limits\": {limits},", StringComparison.Ordinal);

    /// <summary>Snapshots of a volume may follow one another at once.</summary>
    internal static string WithoutSnapshotLimits() => WithLimits("""{ "secondsBetweenSnapshots": 0, "concurrentSnapshotsPerVolume": 100 }""");

    internal VirtualClock Clock { get; }

    internal SimulatedCloud Cloud { get; }

    /// <summary>Brings any client of the SDK into this world.</summary>
    internal HttpClientFactory Wire => new Factory(_handler);

    /// <param name="accessKey">Says which account calls.</param>
    internal AmazonEC2Client Client(string region = "us-east-1", string accessKey = "AKIDEXAMPLE")
    {
        if (!_clients.TryGetValue($"{accessKey}/{region}", out var client))
        {
            _clients[$"{accessKey}/{region}"] = client = NewClient(region, accessKey);
        }

        return client;
    }

    private AmazonEC2Client NewClient(string region, string accessKey) => new(new BasicAWSCredentials(accessKey, "secret"), new AmazonEC2Config
    {
        ServiceURL = "http://ec2.local",
        AuthenticationRegion = region,
        MaxErrorRetry = 0,
        HttpClientFactory = Wire,
    });

    internal T Run<T>(Func<AmazonEC2Client, Task<T>> work, string region = "us-east-1") => Clock.Run(() => work(Client(region)));

    /// <summary>The EC2 error that the work ends in, as "code status: message".</summary>
    internal string Error(Func<AmazonEC2Client, Task> work, string region = "us-east-1")
    {
        var error = Assert.Throws<AmazonEC2Exception>(() => Clock.Run(() => work(Client(region))));
        return $"{error.ErrorCode} {(int)error.StatusCode}: {error.Message}";
    }

    internal Task Wait(TimeSpan time) => Task.Delay(time, Clock);

    /// <summary>Looks every few seconds until the condition holds; virtual time makes it cheap.</summary>
    internal async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> condition)
    {
        for (var looks = 0; looks < 2000; looks++)
        {
            var seen = await look();
            if (condition(seen))
            {
                return seen;
            }

            await Wait(TimeSpan.FromSeconds(5));
        }

        throw new TimeoutException("It never came to that.");
    }

    internal async Task<Image> Available(AmazonEC2Client client, string imageId) => await Until(
        async () => (await client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [imageId] })).Images[0],
        image => image.State != ImageState.Pending);

    /// <summary>An image of the instance, available.</summary>
    internal async Task<Image> NewImage(string name = "web-1", AmazonEC2Client? client = null)
    {
        client ??= Client();
        var made = await client.CreateImageAsync(new() { InstanceId = InstanceId, Name = name, NoReboot = true });
        return await Available(client, made.ImageId);
    }

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
