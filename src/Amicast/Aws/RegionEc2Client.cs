using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amicast.Aws;

/// <summary>The SDK's EC2 client with <see cref="ClientPipeline"/>'s retry and error names.</summary>
internal sealed class RegionEc2Client : AmazonEC2Client
{
    private RegionEc2Client(AmazonEC2Config config) : base(config)
    {
    }

    private RegionEc2Client(AWSCredentials credentials, AmazonEC2Config config) : base(credentials, config)
    {
    }

    /// <param name="credentials">Who calls; <see langword="null"/>: the SDK's usual chain.</param>
    /// <param name="config">How EC2 is reached.</param>
    internal static RegionEc2Client Create(AWSCredentials? credentials, AmazonEC2Config config) =>
        credentials is null ? new RegionEc2Client(config) : new RegionEc2Client(credentials, config);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        base.CustomizeRuntimePipeline(pipeline);
        ClientPipeline.Customize(pipeline);
    }
}
