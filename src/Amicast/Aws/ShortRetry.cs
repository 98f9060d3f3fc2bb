using Amazon.Runtime;
using Amicast.Errors;

namespace Amicast.Aws;

/// <summary>
/// Tries a call three times within about two seconds, with jitter, when AWS throttles, fails by itself or does not answer. What lasts longer is
/// for the state machine's Retry: there it is visible and costs nothing.
/// </summary>
/// <remarks>A call whose answer was lost may have gone through. Every call of a step is safe to repeat: see design rule 2, look first.</remarks>
internal sealed class ShortRetry : RetryPolicy
{
    private const int Retries = 2;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private readonly TimeProvider _time;
    private readonly Random _chance;

    internal ShortRetry(TimeProvider time, Random chance)
    {
        (_time, _chance) = (time, chance);
        MaxRetries = Retries;
    }

    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        Task.FromResult(RetryForException(executionContext, exception));

    public override bool RetryForException(IExecutionContext executionContext, Exception exception) =>
        ErrorNames.For(executionContext.RequestContext.RequestName, exception) is ThrottledException or ServiceUnavailableException;

    public override bool CanRetry(IExecutionContext executionContext) => true;

    public override bool RetryLimitReached(IExecutionContext executionContext) => executionContext.RequestContext.Retries >= MaxRetries;

    public override void WaitBeforeRetry(IExecutionContext executionContext) =>
        throw new NotSupportedException("Every call is asynchronous.");

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var longest = FirstWait * Math.Pow(2, executionContext.RequestContext.Retries);
        return Task.Delay(longest * (0.5 + _chance.NextDouble() / 2), _time);
    }
}
