using Amazon.Lambda.Core;
using Amicast.Errors;
using Amicast.Functions.Errors;

namespace Amicast.Functions.Steps;

/// <summary>A step as a Lambda handler: with its deadline, and with a log line for how it went.</summary>
/// <remarks>No log line has a payload in it: a request may hold user data.</remarks>
/// <param name="row">The step.</param>
/// <param name="time">The machine's clock, by which Lambda ends invocations.</param>
/// <param name="clock">The step's clock.</param>
internal sealed class StepHandler(StepRow row, TimeProvider time, InvocationClock clock)
{
    /// <summary>So long before Lambda would end the invocation the step is told to stop, which leaves time for a named error.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    // The longest that Lambda lets a function run.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    internal async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        clock.Begin(context);
        var scope = StepScope.Unknown;
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(UntilStop(context.RemainingTime), time);
        try
        {
            var answer = await row.InvokeAsync(payload, known => scope = known, deadline.Token);
            var took = (long)time.GetElapsedTime(started).TotalMilliseconds;
            context.Logger.LogInformation("{step} of run {run} in {region} took {milliseconds} ms", row.Handler, Shown(scope.Run), Shown(scope.Region), took);
            return answer;
        }
        catch (Exception error)
        {
            Log(context.Logger, error, scope);
            if (deadline.IsCancellationRequested && IsCancellation(error))
            {
                throw OutOfTime(error);
            }

            throw;
        }
    }

    // The SDK hands a cancellation on as it is, or inside an exception of its own.
    private static bool IsCancellation(Exception error) => error is OperationCanceledException || error.InnerException is OperationCanceledException;

    private static TimeSpan UntilStop(TimeSpan remaining) =>
        remaining <= Margin ? TimeSpan.Zero : remaining < Longest ? remaining - Margin : Longest;

    // What a killed call leaves behind, this leaves behind: the state machine retries both in the same way.
    private static ServiceUnavailableException OutOfTime(Exception cause) => new(
        "The function's time was over before AWS answered. The call may have gone through. If this happens often, give the function a longer Timeout.",
        cause);

    private void Log(ILambdaLogger logger, Exception error, StepScope scope)
    {
        var level = error is AmicastException ? LogLevel.Warning : LogLevel.Error;
        logger.Log(
            level, error, "{step} of run {run} in {region} failed with {error}", row.Handler, Shown(scope.Run), Shown(scope.Region), ErrorBody.NameOf(error));
    }

    private static string Shown(string? known) => known ?? "-";
}
