using Amazon.Runtime;

namespace Amicast.Aws;

/// <summary>How AWS is reached: the one seam between Amicast and everything that answers it.</summary>
/// <param name="Credentials">Who calls; <see langword="null"/>: the SDK's usual chain.</param>
/// <param name="Transport">What carries the HTTP requests: a socket handler, or a simulated account in process.</param>
/// <param name="HomeRegion">The Region that is asked what Regions there are.</param>
/// <param name="Endpoint">Where every service answers; <see langword="null"/>: AWS's own endpoints, or what <c>AWS_ENDPOINT_URL_EC2</c> and its like name.</param>
public sealed record AwsConnection(AWSCredentials? Credentials, HttpMessageHandler Transport, string HomeRegion, Uri? Endpoint = null);
