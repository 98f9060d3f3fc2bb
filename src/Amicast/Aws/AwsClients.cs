using Amazon;
using Amazon.EC2;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;

namespace Amicast.Aws;

/// <summary>The AWS clients of a process: one a service and Region, made when first asked for, over one transport.</summary>
/// <param name="connection">How AWS is reached.</param>
/// <param name="time">The clock that retries wait on.</param>
/// <param name="chance">Jitter of retries.</param>
public sealed class AwsClients(AwsConnection connection, TimeProvider time, Random chance)
{
    private readonly Dictionary<string, IAmazonEC2> _ec2 = [];
    private readonly Dictionary<string, IAmazonKeyManagementService> _kms = [];
    private readonly Dictionary<string, IAmazonSimpleSystemsManagement> _ssm = [];
    private readonly Lock _making = new();

    /// <summary>The calls that AWS has throttled.</summary>
    public ThrottledCalls Throttled { get; } = new();

    /// <summary>The EC2 client of the home Region.</summary>
    public IAmazonEC2 HomeEc2 => Ec2(connection.HomeRegion);

    /// <summary>The EC2 client of a Region. Its errors have names (see <see cref="Errors.AmicastException"/>).</summary>
    public IAmazonEC2 Ec2(string region) => Find(_ec2, region, () => RegionEc2Client.Create(connection.Credentials, Configure(new AmazonEC2Config(), region)));

    /// <summary>The KMS client of a Region. Its errors have names too.</summary>
    public IAmazonKeyManagementService Kms(string region) =>
        Find(_kms, region, () => RegionKmsClient.Create(connection.Credentials, Configure(new AmazonKeyManagementServiceConfig(), region)));

    /// <summary>The Systems Manager client of a Region, for its Parameter Store. Its errors have names too.</summary>
    public IAmazonSimpleSystemsManagement Ssm(string region) =>
        Find(_ssm, region, () => RegionSsmClient.Create(connection.Credentials, Configure(new AmazonSimpleSystemsManagementConfig(), region)));

    private T Find<T>(Dictionary<string, T> made, string region, Func<T> make)
    {
        // Lambda Managed Instances run several invocations in one process; the lock is never waited for in a one-threaded world.
        lock (_making)
        {
            if (!made.TryGetValue(region, out var client))
            {
                made[region] = client = ClientPipeline.Make(make, time, chance, Throttled);
            }

            return client;
        }
    }

    private T Configure<T>(T config, string region)
        where T : ClientConfig
    {
        config.HttpClientFactory = new TransportFactory(new AnswerLimit(connection.Transport, time));
        // The SDK's own retry waits on wall time and shares static state: off. Ours is in the client's pipeline.
        config.MaxErrorRetry = 0;
        config.Timeout = Timeout.InfiniteTimeSpan;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        if (connection.Endpoint is not null)
        {
            config.ServiceURL = connection.Endpoint.ToString();
        }

        // An endpoint of one's own, given here or by AWS_ENDPOINT_URL_EC2 and its like, makes the SDK forget the Region: every call would be signed for one.
        config.AuthenticationRegion = region;
        return config;
    }

    /// <summary>Hands the SDK our transport, and keeps its shared, static client cache out.</summary>
    private sealed class TransportFactory(HttpMessageHandler transport) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(transport, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
