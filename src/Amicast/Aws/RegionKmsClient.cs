using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amicast.Aws;

/// <summary>The SDK's KMS client with <see cref="ClientPipeline"/>'s retry and error names.</summary>
internal sealed class RegionKmsClient : AmazonKeyManagementServiceClient
{
    private RegionKmsClient(AmazonKeyManagementServiceConfig config) : base(config)
    {
    }

    private RegionKmsClient(AWSCredentials credentials, AmazonKeyManagementServiceConfig config) : base(credentials, config)
    {
    }

    /// <param name="credentials">Who calls; <see langword="null"/>: the SDK's usual chain.</param>
    /// <param name="config">How KMS is reached.</param>
    internal static RegionKmsClient Create(AWSCredentials? credentials, AmazonKeyManagementServiceConfig config) =>
        credentials is null ? new RegionKmsClient(config) : new RegionKmsClient(credentials, config);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        base.CustomizeRuntimePipeline(pipeline);
        ClientPipeline.Customize(pipeline);
    }
}
