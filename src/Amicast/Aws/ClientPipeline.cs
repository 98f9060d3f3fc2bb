using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amicast.Errors;

namespace Amicast.Aws;

/// <summary>What every client of Amicast has in its pipeline: a short retry on the injected clock, names for errors, and a count of throttled calls.</summary>
/// <remarks>A service's client derives from the SDK's, overrides <c>CustomizeRuntimePipeline</c>, and calls <see cref="Customize"/> there.</remarks>
internal static class ClientPipeline
{
    // The SDK's constructor builds the pipeline before a derived class's own fields exist: what the pipeline needs goes this way round.
    [ThreadStatic]
    private static (TimeProvider Time, Random Chance, ThrottledCalls Throttled) s_making;

    /// <summary>Makes a client whose pipeline has this clock, chance and count.</summary>
    internal static T Make<T>(Func<T> client, TimeProvider time, Random chance, ThrottledCalls throttled)
    {
        s_making = (time, chance, throttled);
        return client();
    }

    /// <summary>Puts them into the pipeline of a client that is being made.</summary>
    internal static void Customize(RuntimePipeline pipeline)
    {
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ShortRetry(s_making.Time, s_making.Chance)));
        pipeline.AddHandlerBefore<RetryHandler>(new ErrorNaming());
        pipeline.AddHandlerAfter<RetryHandler>(new ThrottleCounting(s_making.Throttled));
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

    /// <summary>Inside the retry: sees every attempt, not only the last.</summary>
    private sealed class ThrottleCounting(ThrottledCalls throttled) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (Exception error) when (Counted(executionContext.RequestContext, error))
            {
                throw;
            }
        }

        // A filter that is never true: the exception goes on without being thrown again.
        private bool Counted(IRequestContext context, Exception error)
        {
            if (ErrorNames.For(context.RequestName, error) is ThrottledException)
            {
                throttled.Add(context.ClientConfig.AuthenticationRegion);
            }

            return false;
        }
    }
}
