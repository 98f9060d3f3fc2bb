using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Amicast.WorkflowTests;

/// <summary>Executions as somebody starts them by hand, <c>aws stepfunctions start-execution --name run-1--2 --input …</c>, and what they come to.</summary>
internal sealed class Executions : IDisposable
{
    internal const string RollBack = """{"action":"rollback"}""";
    private readonly Rehearsal _rehearsal;
    private readonly HttpClient _http;

    internal Executions(Rehearsal rehearsal)
    {
        _rehearsal = rehearsal;
        _http = new HttpClient(rehearsal.Cloud.CreateHandler()) { BaseAddress = new Uri("http://localhost"), Timeout = Timeout.InfiniteTimeSpan };
    }

    private TimeProvider Clock => _rehearsal.Cloud.Clock;

    public void Dispose() => _http.Dispose();

    /// <summary>Starts an execution and waits for its end.</summary>
    internal async Task<Ended> RunAsync(string name, string input)
    {
        await StartAsync(name, input);
        return await EndAsync(name);
    }

    internal Task StartAsync(string name, string input) =>
        CallAsync("StartExecution", new() { ["stateMachineArn"] = _rehearsal.Cloud.StateMachineArn, ["name"] = name, ["input"] = input });

    internal Task StopAsync(string name) => CallAsync("StopExecution", new() { ["executionArn"] = ArnOf(name), ["error"] = "Stopped", ["cause"] = "Somebody stopped it." });

    internal async Task<Ended> EndAsync(string name)
    {
        while (true)
        {
            var seen = await CallAsync("DescribeExecution", new() { ["executionArn"] = ArnOf(name) });
            if ($"{seen["status"]}" != "RUNNING")
            {
                return new Ended($"{seen["status"]}", (string?)seen["error"], (string?)seen["output"] ?? (string?)seen["cause"] ?? "");
            }

            await Task.Delay(TimeSpan.FromMinutes(1), Clock);
        }
    }

    /// <summary>When its events happened, each moment once.</summary>
    internal async Task<IReadOnlyList<DateTimeOffset>> MomentsAsync(string name)
    {
        var (moments, token) = (new List<DateTimeOffset>(), (string?)null);
        do
        {
            var page = await CallAsync("GetExecutionHistory", new() { ["executionArn"] = ArnOf(name), ["maxResults"] = 1000, ["nextToken"] = token });
            moments.AddRange(page["events"]!.AsArray().Select(e => DateTimeOffset.UnixEpoch.AddTicks((long)(e!["timestamp"]!.GetValue<decimal>() * TimeSpan.TicksPerSecond))));
            token = (string?)page["nextToken"];
        }
        while (token is not null);
        return [.. moments.Distinct()];
    }

    private string ArnOf(string name) => $"{_rehearsal.Cloud.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";

    private async Task<JsonObject> CallAsync(string action, JsonObject body)
    {
        if (body["nextToken"] is null)
        {
            body.Remove("nextToken");
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())) };
        message.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        message.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIASOMEBODYELSE0000/20261122/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0");
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        using var answer = await _http.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new InvalidOperationException(text);
    }
}

/// <summary>An execution that has ended, with its output or, where it failed, its cause.</summary>
internal sealed record Ended(string Status, string? Error, string Text)
{
    internal Reports.Report Report => System.Text.Json.JsonSerializer.Deserialize(Text, AmicastJson.Default.Report)!;
}
