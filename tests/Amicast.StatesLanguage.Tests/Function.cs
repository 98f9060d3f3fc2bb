using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Tests;

/// <summary>A function in code.</summary>
internal sealed class Function(Func<TaskInvocation, Task<string>> body) : ITaskInvoker
{
    public Task<string> InvokeAsync(TaskInvocation invocation) => body(invocation);
}
