using System.Net;
using Amazon.Lambda.Core;
using Amicast.Functions.Errors;
using Amicast.Functions.Runtime.Logging;

namespace Amicast.Functions.Runtime;

/// <summary>Takes invocations from the Runtime API and answers them, until the process is to stop.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>What happens</term><description>What the loop does</description></listheader>
/// <item><term>The handler throws</term><description>Posts the error; goes on.</description></item>
/// <item>
/// <term>413 to an answer (6 MiB)</term>
/// <description>Logs it; goes on. Lambda has told the caller <c>Function.ResponseSizeTooLarge</c>.</description>
/// </item>
/// <item><term>Another 4xx to an answer</term><description>Logs it; goes on. The invocation is over already, e.g. timed out.</description></item>
/// <item><term>5xx, or no answer from the Runtime API</term><description>Ends all loops with a <see cref="RuntimeApiException"/>: the process must exit.</description></item>
/// </list>
/// <c>AWS_LAMBDA_MAX_CONCURRENCY</c> (Lambda Managed Instances) runs so many loops side by side.
/// </remarks>
/// <param name="api">The Runtime API.</param>
/// <param name="handler">Answers an invocation.</param>
/// <param name="environment">What Lambda said about this process.</param>
/// <param name="logs">The process's log.</param>
/// <param name="time">The clock that deadlines are measured by.</param>
/// <param name="setVariable">Sets an environment variable of the process.</param>
internal sealed class RuntimeLoop(
    RuntimeApi api,
    Func<Stream, ILambdaContext, Task<Stream>> handler,
    LambdaEnvironment environment,
    LogOutput logs,
    TimeProvider time,
    Action<string, string?> setVariable)
{
    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    /// <summary>Runs until <paramref name="shutdown"/>; an invocation that is under way is answered first.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API failed.</exception>
    internal async Task RunAsync(CancellationToken shutdown)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        await Task.WhenAll(Enumerable.Range(0, environment.MaxConcurrency).Select(_ => LoopAsync(stop)));
    }

    private async Task LoopAsync(CancellationTokenSource stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await AnswerAsync(await api.NextAsync(stop.Token));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while waiting for work: nothing is lost.
        }
        catch (RuntimeApiException)
        {
            StopOtherLoops(stop);
            throw;
        }
    }

    // They wait for work that the process must not take any more.
    private static void StopOtherLoops(CancellationTokenSource stop) => stop.Cancel();

    private async Task AnswerAsync(Invocation invocation)
    {
        // X-Ray reads the variable. It is the process's, so with parallel invocations it would be another's.
        if (environment.MaxConcurrency == 1)
        {
            setVariable(TraceVariable, invocation.TraceId);
        }

        var logger = new LambdaLogger(logs, invocation.RequestId, invocation.TraceId);
        var status = await HandleAsync(invocation, new LambdaContext(invocation, environment, logger, time));
        if (status != HttpStatusCode.Accepted)
        {
            ((ILambdaLogger)logger).LogError("The Runtime API answered {status} to this invocation's result.", (int)status);
        }
    }

    private async Task<HttpStatusCode> HandleAsync(Invocation invocation, LambdaContext context)
    {
        Stream answer;
        try
        {
            answer = await handler(invocation.Payload, context);
        }
        catch (Exception error)
        {
            // The boundary: whatever a step throws is the caller's to know.
            return await api.FailAsync(invocation.RequestId, ErrorBody.From(error));
        }

        return await api.RespondAsync(invocation.RequestId, answer);
    }
}
