using Amazon;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Signing;

namespace Amicast.Aws;

/// <summary>HTTP clients for the services that Amicast calls without a client of the SDK: signed, at the endpoint of the service in the home Region.</summary>
public static class ServiceHttp
{
    /// <summary>A client whose base address is the service's endpoint.</summary>
    /// <param name="connection">How AWS is reached; where it names no endpoint, <c>AWS_ENDPOINT_URL_{name}</c> and <c>AWS_ENDPOINT_URL</c> may.</param>
    /// <param name="service">The service's name in signatures and endpoints: <c>states</c>, <c>events</c>.</param>
    /// <param name="endpointVariable">The service's name in <c>AWS_ENDPOINT_URL_…</c>: <c>SFN</c>, <c>EVENTBRIDGE</c>.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static HttpClient Create(AwsConnection connection, string service, string endpointVariable, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(variable);
        var region = RegionEndpoint.GetBySystemName(connection.HomeRegion);
        var credentials = connection.Credentials ?? DefaultAWSCredentialsIdentityResolver.GetCredentials();
        var address = connection.Endpoint
            ?? AddressIn(variable($"AWS_ENDPOINT_URL_{endpointVariable}"))
            ?? AddressIn(variable("AWS_ENDPOINT_URL"))
            ?? new Uri($"https://{service}.{connection.HomeRegion}.{region.PartitionDnsSuffix}");
        return new HttpClient(new SigV4SigningHandler(credentials, region, service, connection.Transport), disposeHandler: false)
        {
            BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private static Uri? AddressIn(string? text) => string.IsNullOrEmpty(text) ? null : new Uri(text);
}
