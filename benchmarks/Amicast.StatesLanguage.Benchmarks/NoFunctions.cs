using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Benchmarks;

/// <summary>For definitions without tasks.</summary>
internal sealed class NoFunctions : ITaskInvoker
{
    public Task<string> InvokeAsync(TaskInvocation invocation) => throw new InvalidOperationException("There are no tasks here.");
}
