using Microsoft.AspNetCore.Http;

namespace Amicast.Local.Serving;

/// <summary>One request off the socket, as a message that can enter the world, and the answer back onto it.</summary>
internal static class Exchange
{
    private static readonly string[] HeadersOfTheProtocols = ["Accept", "Authorization", "X-Amz-Target", "X-Amz-Invocation-Type", "X-Amz-Log-Type", "X-Amz-Client-Context"];

    /// <summary>The request without its body.</summary>
    internal static HttpRequestMessage Head(HttpRequest request)
    {
        var message = new HttpRequestMessage(
            new HttpMethod(request.Method), new Uri($"http://amicast.local{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}"));
        foreach (var name in HeadersOfTheProtocols)
        {
            if (request.Headers.TryGetValue(name, out var values))
            {
                message.Headers.TryAddWithoutValidation(name, values.ToString());
            }
        }

        return message;
    }

    /// <summary>Reads the body to its end, so that nothing in the world waits for a socket.</summary>
    /// <exception cref="BadHttpRequestException">413: it is larger than the server takes; what is above was not read.</exception>
    internal static async Task ReadBodyAsync(HttpRequest request, HttpRequestMessage message)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        message.Content = new ByteArrayContent(body.ToArray());
        if (request.ContentType is { } contentType)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    internal static async Task WriteAsync(HttpResponseMessage answer, HttpResponse response)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            response.Headers[name] = values.ToArray();
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }
}
