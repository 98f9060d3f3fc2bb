using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Invoke;

/// <summary>Answers Lambda's Invoke, so that other engines, and people, can call the functions of a local cloud. On the world's thread.</summary>
/// <remarks>
/// <c>POST /2015-03-31/functions/{name}/invocations</c>, as RequestResponse or DryRun. A function that fails answers 200 with
/// <c>X-Amz-Function-Error: Unhandled</c> and its error document, as on Lambda.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html.
/// </remarks>
/// <param name="functions">Carries invocations out.</param>
/// <param name="names">The names of the functions.</param>
/// <param name="requestIds">What ids of requests are drawn from.</param>
internal sealed class InvokeHandler(ITaskInvoker functions, IReadOnlyCollection<string> names, Chance requestIds) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var call = InvokeRequest.Read(request, names);
            var payload = Payload(request.Content is { } content ? await content.ReadAsStringAsync(CancellationToken.None) : "");
            return call.IsDryRun ? Answer(request, HttpStatusCode.NoContent, "") : await InvokeAsync(request, new TaskInvocation(call.FunctionArn, payload));
        }
        catch (InvokeRefusedException refused)
        {
            var answer = Answer(request, refused.Status, JsonSerializer.Serialize(new InvokeError("User", refused.Message), InvokeJson.Default.InvokeError));
            answer.Headers.Add("x-amzn-ErrorType", refused.Code);
            return answer;
        }
    }

    private async Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage request, TaskInvocation invocation)
    {
        try
        {
            return Executed(Answer(request, HttpStatusCode.OK, await functions.InvokeAsync(invocation)));
        }
        catch (TaskFailedException failure)
        {
            var document = failure.Cause ?? JsonSerializer.Serialize(new FunctionError(failure.Error), InvokeJson.Default.FunctionError);
            var answer = Executed(Answer(request, HttpStatusCode.OK, document));
            answer.Headers.Add("X-Amz-Function-Error", "Unhandled");
            return answer;
        }
    }

    private static HttpResponseMessage Executed(HttpResponseMessage answer)
    {
        answer.Headers.Add("X-Amz-Executed-Version", "$LATEST");
        return answer;
    }

    /// <summary>The payload; an empty one is an empty object, as Lambda has it.</summary>
    private static string Payload(string body)
    {
        if (body.Length == 0)
        {
            return "{}";
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return body;
        }
        catch (JsonException e)
        {
            throw new InvokeRefusedException(HttpStatusCode.BadRequest, "InvalidRequestContentException", $"Could not parse request body into json: {e.Message}");
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, string body)
    {
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        response.Headers.Add("x-amzn-RequestId", $"{requestIds.NextHex(8)}-{requestIds.NextHex(4)}-4{requestIds.NextHex(3)}-8{requestIds.NextHex(3)}-{requestIds.NextHex(12)}");
        return response;
    }
}
