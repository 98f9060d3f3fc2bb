using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests;

/// <summary>Delivers every invocation twice, as Lambda may: the second one while the first is under way, or after it.</summary>
internal sealed class EveryStepTwice(ITaskInvoker steps, WorldClock clock, Chance chance) : ITaskInvoker
{
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(5);

    public Task<string> InvokeAsync(TaskInvocation invocation)
    {
        var first = steps.InvokeAsync(invocation);
        _ = AgainAsync(invocation);
        return first;
    }

    private async Task AgainAsync(TaskInvocation invocation)
    {
        await Task.Delay(chance.Between(TimeSpan.Zero, Latest), clock);
        try
        {
            await steps.InvokeAsync(invocation);
        }
        catch (TaskFailedException)
        {
            // Nobody waits for the second delivery's answer.
        }
    }
}
