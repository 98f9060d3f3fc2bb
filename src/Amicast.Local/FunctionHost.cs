using Amicast.Functions.Errors;
using Amicast.Functions.Steps;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local;

/// <summary>What Lambda is on AWS: invokes functions in process, ends those that take too long, and tells errors by their names.</summary>
/// <param name="table">The table of functions, the same that is on Lambda.</param>
/// <param name="clock">The world's clock.</param>
public sealed class FunctionHost(FunctionTable table, WorldClock clock) : ITaskInvoker
{
    /// <summary>How long a function may run, as in <c>template.yaml</c>. What a step asked AWS for before may still happen after.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    /// <exception cref="TaskFailedException">The step failed, or was ended with <c>Sandbox.Timedout</c>.</exception>
    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var step = StepAsync(FunctionArns.HandlerOf(invocation.Resource), invocation.Input);
        try
        {
            return await step.WaitAsync(Timeout, clock);
        }
        catch (TimeoutException)
        {
            throw new TaskFailedException("Sandbox.Timedout", $$"""{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after {{Timeout.TotalSeconds}} seconds"}""");
        }
    }

    private async Task<string> StepAsync(string handler, string payload)
    {
        try
        {
            return await table.InvokeAsync(handler, payload, CancellationToken.None);
        }
        catch (Exception error)
        {
            // The boundary of a function: whatever it throws is what Step Functions hears.
            var body = ErrorBody.From(error);
            throw new TaskFailedException(body.ErrorType, body.ToJson());
        }
    }
}
