using Amazon;
using Amazon.EC2;
using Amazon.Runtime;

namespace Amicast.Aws;

/// <summary>The AWS clients of a process: one a Region, made when first asked for, over one transport.</summary>
/// <param name="connection">How AWS is reached.</param>
/// <param name="time">The clock that retries wait on.</param>
/// <param name="chance">Jitter of retries.</param>
public sealed class AwsClients(AwsConnection connection, TimeProvider time, Random chance)
{
    private readonly Dictionary<string, IAmazonEC2> _ec2 = [];
    private readonly Lock _making = new();

    /// <summary>The EC2 client of the home Region.</summary>
    public IAmazonEC2 HomeEc2 => Ec2(connection.HomeRegion);

    /// <summary>The EC2 client of a Region. Its errors have names (see <see cref="Errors.AmicastException"/>).</summary>
    public IAmazonEC2 Ec2(string region)
    {
        // Lambda Managed Instances run several invocations in one process; the lock is never waited for in a one-threaded world.
        lock (_making)
        {
            if (!_ec2.TryGetValue(region, out var client))
            {
                _ec2[region] = client = Make(region);
            }

            return client;
        }
    }

    private RegionEc2Client Make(string region)
    {
        var config = new AmazonEC2Config
        {
            HttpClientFactory = new TransportFactory(connection.Transport),
            // The SDK's own retry waits on wall time and shares static state: off. Ours is in the client's pipeline.
            MaxErrorRetry = 0,
            Timeout = Timeout.InfiniteTimeSpan,
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        };
        if (connection.Endpoint is not null)
        {
            config.ServiceURL = connection.Endpoint.ToString();
        }

        // An endpoint of one's own, given here or by AWS_ENDPOINT_URL_EC2, makes the SDK forget the Region: every call would be signed for one.
        config.AuthenticationRegion = region;

        return RegionEc2Client.Create(connection.Credentials, config, time, chance);
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
