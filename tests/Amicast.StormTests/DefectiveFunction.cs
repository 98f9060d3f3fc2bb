using System.Text.Json.Nodes;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StormTests;

/// <summary>One function that does something else than it should: with its input, with its output, or nothing at all.</summary>
internal sealed class DefectiveFunction(
    ITaskInvoker functions, string name, Action<JsonObject>? before = null, Action<JsonObject>? after = null, string? instead = null) : ITaskInvoker
{
    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        if (!invocation.Resource.EndsWith($":{name}", StringComparison.Ordinal))
        {
            return await functions.InvokeAsync(invocation);
        }

        return instead ?? Changed(await functions.InvokeAsync(invocation with { Input = Changed(invocation.Input, before) }), after);
    }

    private static string Changed(string json, Action<JsonObject>? change)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        change?.Invoke(document);
        return document.ToJsonString();
    }
}
