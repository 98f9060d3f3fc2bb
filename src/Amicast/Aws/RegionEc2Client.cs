using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amicast.Errors;

namespace Amicast.Aws;

/// <summary>The SDK's EC2 client with two things put into its pipeline: a short retry on the injected clock, and names for errors.</summary>
internal sealed class RegionEc2Client : AmazonEC2Client
{
    // The base constructor builds the pipeline before this class's own fields exist: what the pipeline needs goes this way round.
    [ThreadStatic]
    private static (TimeProvider Time, Random Chance) s_making;

    private RegionEc2Client(AmazonEC2Config config) : base(config)
    {
    }

    private RegionEc2Client(AWSCredentials credentials, AmazonEC2Config config) : base(credentials, config)
    {
    }

    internal static RegionEc2Client Create(AWSCredentials? credentials, AmazonEC2Config config, TimeProvider time, Random chance)
    {
        s_making = (time, chance);
        return credentials is null ? new RegionEc2Client(config) : new RegionEc2Client(credentials, config);
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ShortRetry(s_making.Time, s_making.Chance)));
        pipeline.AddHandlerBefore<RetryHandler>(new ErrorNaming());
    }

    private sealed class ErrorNaming : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (Exception error) when (Named(executionContext, error) is not null)
            {
                throw Named(executionContext, error)!;
            }
        }

        private static AmicastException? Named(IExecutionContext context, Exception error) =>
            ErrorNames.For(context.RequestContext.RequestName, error);
    }
}
