using Amicast.StatesLanguage.Execution;

namespace Amicast.WorkflowTests;

/// <summary>Looks at the source before and after every step: the states that it came to rest in, and, between them, when its image was made.</summary>
internal sealed class SourceWatch(ITaskInvoker steps, Func<string> state) : ITaskInvoker
{
    private static readonly string[] Resting = ["running", "stopped", "terminated"];
    private readonly List<string> _seen = [];

    internal string Seen => string.Join(' ', _seen);

    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        Look();
        if (invocation.Resource.EndsWith(":CreateImage", StringComparison.Ordinal) && !_seen.Contains("CreateImage"))
        {
            _seen.Add("CreateImage");
        }

        try
        {
            return await steps.InvokeAsync(invocation);
        }
        finally
        {
            Look();
        }
    }

    private void Look()
    {
        var now = state();
        if (Resting.Contains(now) && _seen.LastOrDefault(Resting.Contains) != now)
        {
            _seen.Add(now);
        }
    }
}
