using System.Text;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Invoke;

/// <summary>Brings invocations of functions that are not this cloud's own to a Lambda endpoint somewhere else.</summary>
/// <remarks>
/// How Step Functions names what goes wrong there, https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html:
/// <code>
/// the function fails          its errorType (Lambda.Unknown without one), its whole error document as the cause
/// the endpoint refuses        Lambda. and the endpoint's code, such as Lambda.ResourceNotFoundException
/// the endpoint is not there   Lambda.SdkClientException
/// </code>
/// Requests are not signed; one Authorization header names the service for endpoints that go by it.
/// </remarks>
/// <param name="own">The cloud's own functions.</param>
/// <param name="endpoint">Where the others are.</param>
/// <param name="transport">Carries the requests, and comes back on the world's thread.</param>
public sealed class RemoteFunctions(ITaskInvoker own, Uri endpoint, HttpMessageInvoker transport) : ITaskInvoker
{
    private const string Authorization = $"AWS4-HMAC-SHA256 Credential=any/20260101/{FunctionArns.Region}/lambda/aws4_request, SignedHeaders=host, Signature=00";

    /// <summary>The functions of a world that meets real sockets.</summary>
    /// <param name="own">The cloud's own functions.</param>
    /// <param name="clock">The world's clock.</param>
    /// <param name="endpoint">Where the others are.</param>
    /// <param name="sockets">Carries the requests.</param>
    public static RemoteFunctions Outside(ITaskInvoker own, PacedClock clock, Uri endpoint, HttpMessageHandler sockets) =>
        new(own, endpoint, new HttpMessageInvoker(new OutsideTransport(clock, sockets)));

    /// <inheritdoc/>
    public Task<string> InvokeAsync(TaskInvocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return FunctionArns.IsOwn(invocation.Resource) ? own.InvokeAsync(invocation) : CallAsync(invocation);
    }

    private async Task<string> CallAsync(TaskInvocation invocation)
    {
        var path = $"/2015-03-31/functions/{Uri.EscapeDataString(invocation.Resource)}/invocations";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, path)) { Content = new StringContent(invocation.Input, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        try
        {
            using var response = await transport.SendAsync(request, CancellationToken.None);
            return Read(response, await response.Content.ReadAsStringAsync(CancellationToken.None));
        }
        catch (HttpRequestException e)
        {
            throw new TaskFailedException("Lambda.SdkClientException", e.Message);
        }
    }

    private static string Read(HttpResponseMessage response, string body)
    {
        if (!response.IsSuccessStatusCode)
        {
            var code = response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.First().Split(':')[0] : "AWSLambdaException";
            throw new TaskFailedException($"Lambda.{code}", body);
        }

        return response.Headers.Contains("X-Amz-Function-Error") ? throw new TaskFailedException(ErrorDocument.TypeOf(body) ?? "Lambda.Unknown", body) : body;
    }
}
