using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amicast.Simulator;
using Amicast.VirtualTime;

namespace Amicast.Local.Serving;

/// <summary>What a local cloud says of itself to whoever asks without a signature: a browser, a script that waits for it to be there.</summary>
internal sealed class AboutCloud(WorldClock clock, SimulatedCloud? account, IReadOnlyList<string> services, string stateMachineArn)
{
    internal static bool IsAskedBy(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get
        && request.RequestUri is { AbsolutePath: "/" or "/health", Query.Length: 0 }
        && !request.Headers.Contains("Authorization");

    internal HttpResponseMessage Answer(HttpRequestMessage request) => new(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StringContent(Text(), Encoding.UTF8, "application/json"),
    };

    private string Text() => new JsonObject
    {
        ["cloud"] = "amicast, simulated",
        ["now"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["accountId"] = account?.AccountId,
        ["regions"] = Names(account?.Regions ?? []),
        ["services"] = Names(services),
        ["stateMachineArn"] = stateMachineArn,
    }.ToJsonString();

    private static JsonArray Names(IReadOnlyList<string> names) => [.. names.Select(name => JsonValue.Create(name))];
}
