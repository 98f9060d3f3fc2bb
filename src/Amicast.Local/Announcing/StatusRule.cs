using Amicast.Functions.Steps;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Announcing;

/// <summary>The rule on the state machine's status changes, with Announce as its target: invoked as Lambda does asynchronously, twice more after an error.</summary>
/// <remarks>Source of the pauses, a minute and then two: "How Lambda handles errors and retries with asynchronous invocation", AWS.</remarks>
internal sealed class StatusRule(WorldClock clock, ITaskInvoker functions, string stateMachineArn, EndListener listener)
{
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>Takes an execution that has ended. What follows happens later, when the event has arrived.</summary>
    internal void Take(ExecutionDescription ended)
    {
        if (ended.StateMachineArn == stateMachineArn)
        {
            clock.CreateTimer(_ => _ = DeliverAsync(ended), state: null, OnTheWay, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task DeliverAsync(ExecutionDescription ended)
    {
        var invocation = new TaskInvocation(FunctionArns.Of(FunctionTable.Announce), StatusChangeEvent.Of(ended));
        for (var failed = 0; ; failed++)
        {
            try
            {
                await functions.InvokeAsync(invocation);
                return;
            }
            catch (TaskFailedException) when (failed < Pauses.Length)
            {
                await Task.Delay(Pauses[failed], clock);
            }
            catch (TaskFailedException error)
            {
                listener.OnLost?.Invoke(ended.ExecutionArn, error.Message);
                return;
            }
        }
    }
}
