using Amicast.VirtualTime;

namespace Amicast.Local.Native;

/// <summary>The processes of one function. On the world's thread.</summary>
/// <remarks>An idle process takes the next invocation, the latest first, as on Lambda; without one another is started, and at the bound the invocation waits.</remarks>
/// <param name="clock">The world's clock.</param>
/// <param name="most">How many processes there are at most.</param>
/// <param name="create">Makes an execution environment.</param>
internal sealed class FunctionPool(PacedClock clock, int most, Func<ExecutionEnvironment> create)
{
    private readonly Stack<ExecutionEnvironment> _idle = new();
    private readonly List<ExecutionEnvironment> _all = [];
    private readonly List<ExecutionEnvironment> _ending = [];
    private readonly Queue<TaskCompletionSource> _waiting = new();

    internal async Task<FunctionResult> InvokeAsync(Func<PendingInvocation> invocation)
    {
        FunctionResult? result = null;
        while (result is null)
        {
            // Nobody knows of a process that dies while it is idle before it is given work: another takes it.
            result = await TryInvokeAsync(invocation);
        }

        return result;
    }

    private async Task<FunctionResult?> TryInvokeAsync(Func<PendingInvocation> invocation)
    {
        var environment = Take();
        while (environment is null)
        {
            var turn = new TaskCompletionSource();
            _waiting.Enqueue(turn);
            await turn.Task;
            environment = Take();
        }

        try
        {
            var pending = invocation();
            return await clock.OutsideAtWallPaceAsync(() => environment.InvokeAsync(pending));
        }
        finally
        {
            GiveBack(environment);
        }
    }

    /// <summary>Ends every process, those too that are being ended already. Whoever was using one removes it when its invocation has failed.</summary>
    internal Task StopAsync()
    {
        List<ExecutionEnvironment> every = [.. _all, .. _ending];
        _all.RemoveAll(_idle.Contains);
        _idle.Clear();
        return EndAsync(every);
    }

    private ExecutionEnvironment? Take()
    {
        // One that has died while it was idle is replaced.
        while (_idle.TryPop(out var idle))
        {
            if (!idle.HasEnded)
            {
                return idle;
            }

            _ = RemoveAsync(idle);
        }

        if (_all.Count == most)
        {
            return null;
        }

        _all.Add(create());
        return _all[^1];
    }

    private void GiveBack(ExecutionEnvironment environment)
    {
        if (environment.HasEnded)
        {
            _ = RemoveAsync(environment);
        }
        else
        {
            _idle.Push(environment);
        }

        if (_waiting.TryDequeue(out var next))
        {
            next.SetResult();
        }
    }

    private async Task RemoveAsync(ExecutionEnvironment environment)
    {
        _all.Remove(environment);
        _ending.Add(environment);
        await EndAsync([environment]);
        _ending.Remove(environment);
    }

    private Task EndAsync(IReadOnlyCollection<ExecutionEnvironment> environments) => clock.OutsideAsync(async () =>
    {
        await Task.WhenAll(environments.Select(environment => environment.DisposeAsync().AsTask()));
        return true;
    });
}
