using System.Text.Json;
using Amicast.Plans;
using Amicast.StatesLanguage.Execution;

namespace Amicast.WorkflowTests;

/// <summary>Sees the plan of a run.</summary>
internal sealed class PlanWatch(ITaskInvoker steps, Action<Plan> seen) : ITaskInvoker
{
    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        var answer = await steps.InvokeAsync(invocation);
        if (invocation.Resource.EndsWith("Plan", StringComparison.Ordinal))
        {
            seen(JsonSerializer.Deserialize(answer, AmicastJson.Default.Plan)!);
        }

        return answer;
    }
}
