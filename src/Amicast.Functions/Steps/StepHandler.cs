using Amazon.Lambda.Core;
using Amicast.Errors;
using Amicast.Functions.Errors;
using Amicast.Functions.Metrics;

namespace Amicast.Functions.Steps;

/// <summary>A step as a Lambda handler: with its deadline, and with a log line for how it went.</summary>
/// <remarks>
/// No log line has a payload in it: a request may hold user data. Each has the step, and the run, execution and Region as far as they are known, as members
/// of its JSON, as .NET on Lambda writes a message's arguments.
/// </remarks>
/// <param name="row">The step.</param>
/// <param name="time">The machine's clock, by which Lambda ends invocations.</param>
/// <param name="clock">The step's clock.</param>
/// <param name="throttles">Writes how many calls AWS throttled.</param>
internal sealed class StepHandler(StepRow row, TimeProvider time, InvocationClock clock, ThrottleMetrics? throttles = null)
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
            if (scope.Failure is { } failure)
            {
                Log(context.Logger, failure, scope);
            }

            var (about, known) = About(scope);
            context.Logger.LogInformation($"{about} took {{milliseconds}} ms", [.. known, took]);
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
        finally
        {
            throttles?.Write(row.Handler, scope);
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
        var (about, known) = About(scope);
        logger.Log(level, error, $"{about} failed with {{error}}", [.. known, ErrorBody.NameOf(error)]);
    }

    // What is not known is no member of the line.
    private (string Template, IEnumerable<object> Known) About(StepScope scope)
    {
        (string Template, string? Value)[] parts = [("{step}", row.Handler), (" of run {run}", scope.Run), (", execution {execution},", scope.Execution), (" in {region}", scope.Region)];
        var known = parts.Where(part => part.Value is not null).ToList();
        return (string.Concat(known.Select(part => part.Template)).TrimEnd(','), known.Select(part => part.Value!));
    }
}
