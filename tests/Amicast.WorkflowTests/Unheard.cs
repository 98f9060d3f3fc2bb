using Amicast.StatesLanguage.Execution;

namespace Amicast.WorkflowTests;

/// <summary>One step does its work, and nobody ever hears of it.</summary>
internal sealed class Unheard(ITaskInvoker steps, string name) : ITaskInvoker
{
    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        var answer = await steps.InvokeAsync(invocation);
        return invocation.Resource.EndsWith($":{name}", StringComparison.Ordinal) ? await new TaskCompletionSource<string>().Task : answer;
    }
}
