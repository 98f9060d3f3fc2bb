using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>One invocation of a function, raced against its timeout. The function is never cancelled: what it answers late is dropped.</summary>
internal sealed class Invocation(Strand strand, TaskInvocation invocation)
{
    private readonly TaskCompletionSource<InvocationOutcome> _first = new();

    public async Task<InvocationOutcome> RunAsync(long? timeoutSeconds)
    {
        if (timeoutSeconds is { } seconds)
        {
            strand.SetAlarm(TimeSpan.FromSeconds(seconds), () => _first.TrySetResult(new InvocationOutcome(null, ErrorNames.Timeout, null)));
        }

        _ = FollowAsync();
        return await _first.Task;
    }

    private async Task FollowAsync()
    {
        InvocationOutcome outcome;
        try
        {
            var answer = await strand.Execution.World.Invoker.InvokeAsync(invocation);
            strand.Execution.Clock.AssertOnThread();
            outcome = new InvocationOutcome(answer, null, null);
        }
        catch (TaskFailedException e)
        {
            outcome = new InvocationOutcome(null, e.Error, e.Cause);
        }
        catch (Exception e)
        {
            outcome = new InvocationOutcome(null, ErrorNames.Runtime, $"The host of '{invocation.Resource}' failed: {e.GetType().FullName}: {e.Message}");
        }

        if (!strand.IsStopped && !_first.Task.IsCompleted)
        {
            strand.Silence();
            _first.SetResult(outcome);
        }
    }
}

/// <summary>How an invocation ended: with an answer, or with an error.</summary>
internal sealed record InvocationOutcome(string? Answer, string? Error, string? Cause);
