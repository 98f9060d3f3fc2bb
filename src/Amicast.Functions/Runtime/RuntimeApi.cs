using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amicast.Functions.Errors;

namespace Amicast.Functions.Runtime;

/// <summary>The Lambda Runtime API, version 2018-06-01: asks for work and hands answers back.</summary>
/// <remarks>Source: "Using the Lambda runtime API for custom runtimes", AWS Lambda developer guide.</remarks>
internal sealed class RuntimeApi : IDisposable
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private readonly HttpClient _http;

    internal RuntimeApi(string endpoint, HttpMessageHandler transport)
    {
        // Lambda freezes the process while it waits for work: no time-out.
        _http = new HttpClient(transport, disposeHandler: false)
        {
            BaseAddress = new Uri($"http://{endpoint}/2018-06-01/runtime/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Waits for the next invocation.</summary>
    /// <exception cref="RuntimeApiException">There will not be one.</exception>
    internal async Task<Invocation> NextAsync(CancellationToken stop)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("invocation/next", UriKind.Relative), stop);
            return answer.StatusCode == HttpStatusCode.OK
                ? Invocation.Read(answer.Headers, new MemoryStream(await answer.Content.ReadAsByteArrayAsync(stop), writable: false))
                : throw new RuntimeApiException($"Asked for the next invocation, the Runtime API answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException lost)
        {
            throw new RuntimeApiException("The Runtime API does not answer.", lost);
        }
    }

    /// <summary>Hands an answer back.</summary>
    internal Task<HttpStatusCode> RespondAsync(string requestId, Stream answer)
    {
        var content = new StreamContent(answer);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return PostAsync($"invocation/{requestId}/response", content, null);
    }

    /// <summary>Says that an invocation failed.</summary>
    internal Task<HttpStatusCode> FailAsync(string requestId, ErrorBody error) => PostErrorAsync($"invocation/{requestId}/error", error);

    /// <summary>Says that the function could not start. The process ends after it.</summary>
    internal Task<HttpStatusCode> FailInitAsync(ErrorBody error) => PostErrorAsync("init/error", error);

    private Task<HttpStatusCode> PostErrorAsync(string path, ErrorBody error)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(error.ToJson()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        return PostAsync(path, content, $"Function.{error.ErrorType}");
    }

    private async Task<HttpStatusCode> PostAsync(string path, HttpContent content, string? errorType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (errorType is not null)
        {
            request.Headers.Add(ErrorType, errorType);
        }

        try
        {
            using var answer = await _http.SendAsync(request, CancellationToken.None);
            return answer.StatusCode < HttpStatusCode.InternalServerError
                ? answer.StatusCode
                : throw new RuntimeApiException($"The Runtime API answered {(int)answer.StatusCode} to '{path}'.");
        }
        catch (HttpRequestException lost)
        {
            throw new RuntimeApiException("The Runtime API does not answer.", lost);
        }
    }
}
