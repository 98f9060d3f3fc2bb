using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amicast.Functions.Steps;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Gateway;

/// <summary>What API Gateway is on AWS: brings each request to the function <c>HttpApi</c> as an event, and its answer back. On the world's thread.</summary>
/// <remarks>A function that fails, or takes longer than Lambda lets it, is answered as API Gateway does: 500 and <c>{"message":"Internal Server Error"}</c>.</remarks>
/// <param name="functions">Carries invocations out.</param>
/// <param name="clock">The world's clock.</param>
/// <param name="requestIds">What ids of requests are drawn from.</param>
internal sealed class ApiGateway(ITaskInvoker functions, WorldClock clock, Chance requestIds) : HttpMessageHandler
{
    private const string JsonType = "application/json";
    private static readonly string Function = FunctionArns.Of(FunctionTable.HttpApi);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        clock.AssertOnThread();
        var requestId = $"{requestIds.NextHex(15)}=";
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(CancellationToken.None) : [];
        var answer = await InvokeAsync(GatewayEvent.Of(request, body, requestId, clock));
        var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)) };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        response.Headers.Add("apigw-requestid", requestId);
        return response;
    }

    private async Task<FunctionAnswer> InvokeAsync(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(await functions.InvokeAsync(new TaskInvocation(Function, payload)), GatewayJson.Default.FunctionAnswer)!;
        }
        catch (TaskFailedException)
        {
            return new FunctionAnswer(500, new Dictionary<string, string> { ["Content-Type"] = JsonType }, """{"message":"Internal Server Error"}""");
        }
    }
}

/// <summary>What a function answers in payload format 2.0.</summary>
internal sealed record FunctionAnswer(int StatusCode, IReadOnlyDictionary<string, string> Headers, string Body);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FunctionAnswer))]
internal sealed partial class GatewayJson : JsonSerializerContext;
