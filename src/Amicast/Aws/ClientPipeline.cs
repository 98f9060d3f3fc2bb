using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amicast.Errors;

namespace Amicast.Aws;

/// <summary>The two things that every client of Amicast has in its pipeline: a short retry on the injected clock, and names for errors.</summary>
/// <remarks>A service's client derives from the SDK's, overrides <c>CustomizeRuntimePipeline</c>, and calls <see cref="Customize"/> there.</remarks>
internal static class ClientPipeline
{
    // The SDK's constructor builds the pipeline before a derived class's own fields exist: what the pipeline needs goes this way round.
    [ThreadStatic]
    private static (TimeProvider Time, Random Chance) s_making;

    /// <summary>Makes a client whose pipeline has this clock and chance.</summary>
    internal static T Make<T>(Func<T> client, TimeProvider time, Random chance)
    {
        s_making = (time, chance);
        return client();
    }

    /// <summary>Puts the two into the pipeline of a client that is being made.</summary>
    internal static void Customize(RuntimePipeline pipeline)
    {
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
