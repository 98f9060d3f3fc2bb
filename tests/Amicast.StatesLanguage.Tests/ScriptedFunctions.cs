using System.Text.Json;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Tests;

/// <summary>Functions that do what a script says, call by call; the last line of a script repeats.</summary>
internal sealed class ScriptedFunctions(WorldClock clock, IReadOnlyDictionary<string, ScriptedCall[]> scripts) : ITaskInvoker
{
    private readonly Dictionary<string, int> _calls = [];

    public List<string> Log { get; } = [];

    /// <summary>Where task tokens are returned to.</summary>
    public LocalStepFunctions? StepFunctions { get; set; }

    public static ScriptedFunctions FromJson(WorldClock clock, string json) =>
        new(clock, JsonSerializer.Deserialize<Dictionary<string, ScriptedCall[]>>(json, JsonSerializerOptions.Web)!);

    public async Task<string> InvokeAsync(TaskInvocation invocation)
    {
        var name = invocation.Resource.Split(':')[6];
        Log.Add($"{name} {invocation.Input}");
        var script = scripts[name];
        var call = script[Math.Min(_calls[name] = _calls.GetValueOrDefault(name) + 1, script.Length) - 1];
        foreach (var send in call.Sends ?? [])
        {
            _ = SendAsync(JsonDocument.Parse(invocation.Input).RootElement.GetProperty("token").GetString()!, send);
        }

        if (call.Seconds > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(call.Seconds), clock);
        }

        if (call.Error is { } error)
        {
            throw new TaskFailedException(error, call.Cause);
        }

        return call.AnswerOf(invocation.Input);
    }

    private async Task SendAsync(string token, ScriptedSend send)
    {
        await Task.Delay(TimeSpan.FromSeconds(send.Seconds), clock);
        if (send.Answer is { } answer)
        {
            StepFunctions!.SendTaskSuccess(token, answer.GetRawText());
        }
        else if (send.Error is { } error)
        {
            StepFunctions!.SendTaskFailure(token, error, send.Cause);
        }
        else
        {
            StepFunctions!.SendTaskHeartbeat(token);
        }
    }
}

/// <summary>What the holder of a task token does with it, so long after the call began: it returns it, or sends a heartbeat.</summary>
internal sealed record ScriptedSend(double Seconds, JsonElement? Answer = null, string? Error = null, string? Cause = null);

/// <summary>What a call does: wait, then fail with an error, or answer; with its input, if nothing is said.</summary>
internal sealed record ScriptedCall(double Seconds = 0, string? Error = null, string? Cause = null, JsonElement? Answer = null, int AnswerSize = 0, ScriptedSend[]? Sends = null)
{
    public string AnswerOf(string input) => AnswerSize > 0 ? $"\"{new string('x', AnswerSize - 2)}\"" : Answer?.GetRawText() ?? input;
}
