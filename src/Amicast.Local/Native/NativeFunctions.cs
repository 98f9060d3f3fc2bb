using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Native;

/// <summary>Runs the functions as processes of the deployed program, each under a Lambda Runtime API on loopback, as Lambda does. On the world's thread.</summary>
/// <remarks>
/// A process starts with its function's first invocation, takes one at a time, and stays. While a process works, the account's clock goes at the wall's
/// pace at most: the program takes real time, and the flow's time-outs are the account's. The program is told what the account's clock shows
/// (Invoke's client context, <c>amicast:now</c>), because its own is the wall's.
/// </remarks>
/// <param name="clock">The world's clock.</param>
/// <param name="options">The program.</param>
/// <param name="ids">What ids of requests and traces are drawn from.</param>
public sealed class NativeFunctions(PacedClock clock, NativeOptions options, Chance ids) : ITaskInvoker
{
    private readonly Dictionary<string, FunctionPool> _pools = new(StringComparer.Ordinal);
    private ServedPlace? _place;
    private int _processes;
    private bool _isStopped;

    /// <summary>Says where the cloud is served; nothing is invoked before.</summary>
    public void Serve(ServedPlace place) => _place = place;

    /// <inheritdoc/>
    /// <exception cref="TaskFailedException">The function failed, could not be run, ended, or took too long.</exception>
    /// <exception cref="InvalidOperationException">The cloud is not served yet.</exception>
    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var place = _place ?? throw new InvalidOperationException("The functions' cloud is not served yet: they could call nothing.");
        if (_isStopped)
        {
            throw new TaskFailedException("Lambda.ServiceException", "The functions were stopped.");
        }

        var handler = FunctionArns.HandlerOf(invocation.Resource);
        if (!_pools.TryGetValue(handler, out var pool))
        {
            _pools.Add(handler, pool = new FunctionPool(clock, options.MostProcesses, () => Create(handler, place)));
        }

        var result = await pool.InvokeAsync(() => Pending(invocation));
        return result.Payload ?? throw new TaskFailedException(result.Error!, result.Cause);
    }

    /// <summary>Ends every process, and waits until it has ended. What they were doing fails.</summary>
    public async Task StopAsync()
    {
        _isStopped = true;
        await Task.WhenAll(_pools.Values.Select(pool => pool.StopAsync()));
    }

    private ExecutionEnvironment Create(string handler, ServedPlace place)
    {
        var process = ++_processes;
        var variables = new FunctionVariables(options, place);
        return new ExecutionEnvironment(options, runtimeApi => variables.Of(handler, runtimeApi, process));
    }

    private PendingInvocation Pending(TaskInvocation invocation) => new(
        $"{ids.NextHex(8)}-{ids.NextHex(4)}-4{ids.NextHex(3)}-8{ids.NextHex(3)}-{ids.NextHex(12)}",
        invocation.Resource,
        invocation.Input,
        $"Root=1-{ids.NextHex(8)}-{ids.NextHex(24)};Parent={ids.NextHex(16)};Sampled=0",
        clock.GetUtcNow());
}
