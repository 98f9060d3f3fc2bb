using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement;

namespace Amicast.Aws;

/// <summary>The SDK's Systems Manager client with <see cref="ClientPipeline"/>'s retry and error names.</summary>
internal sealed class RegionSsmClient : AmazonSimpleSystemsManagementClient
{
    private RegionSsmClient(AmazonSimpleSystemsManagementConfig config) : base(config)
    {
    }

    private RegionSsmClient(AWSCredentials credentials, AmazonSimpleSystemsManagementConfig config) : base(credentials, config)
    {
    }

    /// <param name="credentials">Who calls; <see langword="null"/>: the SDK's usual chain.</param>
    /// <param name="config">How Systems Manager is reached.</param>
    internal static RegionSsmClient Create(AWSCredentials? credentials, AmazonSimpleSystemsManagementConfig config) =>
        credentials is null ? new RegionSsmClient(config) : new RegionSsmClient(credentials, config);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        base.CustomizeRuntimePipeline(pipeline);
        ClientPipeline.Customize(pipeline);
    }
}
