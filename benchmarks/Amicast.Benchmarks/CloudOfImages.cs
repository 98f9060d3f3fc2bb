using Amazon.EC2;
using Amazon.Runtime;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.VirtualTime;

namespace Amicast.Benchmarks;

/// <summary>A simulated cloud whose first Region has so many images, with unmodified EC2 clients in process, on virtual time.</summary>
internal sealed class CloudOfImages
{
    internal const string SourceRegion = "us-east-1";
    internal const string DestinationRegion = "eu-central-1";
    private readonly HttpMessageHandler _handler;

    internal CloudOfImages(int images)
    {
        var document = Document(images);
        Clock = new(document.StartsAt);
        Cloud = new(Clock, new Chance(1), document) { KeepsCalls = false };
        _handler = Cloud.CreateHandler();
        Client = NewClient(SourceRegion);
        Destination = NewClient(DestinationRegion);
    }

    internal VirtualClock Clock { get; }

    internal SimulatedCloud Cloud { get; }

    internal AmazonEC2Client Client { get; }

    internal AmazonEC2Client Destination { get; }

    internal static string ImageId(int number) => $"ami-{number:x17}";

    /// <summary>Sends a form to EC2 as it is; returns the answer's body.</summary>
    internal async Task<string> SendAsync(byte[] form)
    {
        using var wire = new HttpMessageInvoker(_handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://ec2.local/") { Content = new ByteArrayContent(form) };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/{SourceRegion}/ec2/aws4_request");
        using var response = await wire.SendAsync(request, CancellationToken.None);
        return await response.Content.ReadAsStringAsync();
    }

    private AmazonEC2Client NewClient(string region) => new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonEC2Config
    {
        ServiceURL = "http://ec2.local",
        AuthenticationRegion = region,
        MaxErrorRetry = 0,
        HttpClientFactory = new InProcess(_handler),
    });

    private static AccountDocument Document(int images) => new("123456789012", AccountDocument.DefaultStart, [Region(SourceRegion, images), Region(DestinationRegion, 0)])
    {
        Limits = new() { RequestThrottling = false, ConcurrentSnapshotCopies = 100_000 },
    };

    private static RegionDocument Region(string name, int images) => new(
        name, "opt-in-not-required", [$"{name}a"], [], [.. Enumerable.Range(0, images).Select(Image)], []);

    /// <summary>Every tenth is tagged Role=web.</summary>
    private static ImageDocument Image(int number) => new(
        ImageId(number), $"image-{number}", null, null, "x86_64", [new("/dev/xvda", $"snap-{number:x17}", 8, false, null)], [],
        new Dictionary<string, string> { ["Role"] = number % 10 == 0 ? "web" : "batch" });

    private sealed class InProcess(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
