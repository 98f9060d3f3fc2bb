using Amazon.Lambda.Core;
using Amicast.Functions.Errors;
using Amicast.Functions.Runtime.Logging;

namespace Amicast.Functions.Runtime;

/// <summary>The process of a Lambda function, from Lambda's environment variables to its exit code.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="setVariable">Sets one.</param>
/// <param name="transport">Carries the calls to the Runtime API.</param>
/// <param name="output">Takes the log.</param>
/// <param name="time">The clock.</param>
internal sealed class FunctionProcess(
    Func<string, string?> variable, Action<string, string?> setVariable, HttpMessageHandler transport, TextWriter output, TimeProvider time)
{
    private const int Succeeded = 0;
    private const int Failed = 1;

    /// <summary>Runs the handler that <paramref name="start"/> makes of <c>_HANDLER</c> until <paramref name="shutdown"/>.</summary>
    /// <returns>The process's exit code: 0 when told to stop, 1 when it could not start or the Runtime API failed.</returns>
    internal async Task<int> RunAsync(Func<string?, Func<Stream, ILambdaContext, Task<Stream>>> start, CancellationToken shutdown)
    {
        LambdaEnvironment environment;
        try
        {
            environment = LambdaEnvironment.Read(variable);
        }
        catch (InvalidOperationException notLambda)
        {
            // Someone started the program by hand: there is no Runtime API to tell.
            await output.WriteLineAsync(notLambda.Message);
            return Failed;
        }

        MemoryLimit.Apply(environment.MemoryLimitInMB);
        var logs = new LogOutput(output, environment.LogFormat, environment.LogLevel, time);
        return await RunAsync(environment, logs, start, shutdown);
    }

    private async Task<int> RunAsync(
        LambdaEnvironment environment, LogOutput logs, Func<string?, Func<Stream, ILambdaContext, Task<Stream>>> start, CancellationToken shutdown)
    {
        using var api = new RuntimeApi(environment.RuntimeApi, transport);
        ILambdaLogger log = new LambdaLogger(logs);
        try
        {
            if (await StartAsync(environment, api, log, start) is not { } handler)
            {
                return Failed;
            }

            await new RuntimeLoop(api, handler, environment, logs, time, setVariable).RunAsync(shutdown);
            return Succeeded;
        }
        catch (RuntimeApiException error)
        {
            log.LogCritical(error, "The process ends: {reason}", error.Message);
            return Failed;
        }
    }

    private static async Task<Func<Stream, ILambdaContext, Task<Stream>>?> StartAsync(
        LambdaEnvironment environment, RuntimeApi api, ILambdaLogger log, Func<string?, Func<Stream, ILambdaContext, Task<Stream>>> start)
    {
        try
        {
            var handler = start(environment.Handler);
            log.LogDebug("{step} is ready, with at most {heapBytes} bytes of heap", environment.Handler!, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
            return handler;
        }
        catch (Exception error)
        {
            // The boundary: Lambda reports the reason to whoever deployed the function.
            log.LogCritical(error, "The function cannot start: {reason}", error.Message);
            await api.FailInitAsync(ErrorBody.From(error));
            return null;
        }
    }
}
