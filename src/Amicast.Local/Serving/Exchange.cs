using Microsoft.AspNetCore.Http;

namespace Amicast.Local.Serving;

/// <summary>One request off the socket, as a message that can enter the world, and the answer back onto it.</summary>
internal static class Exchange
{
    private const int PartOfBody = 16 * 1024;
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
    /// <exception cref="BadHttpRequestException">413: it is larger than the server takes; what is above was not kept.</exception>
    internal static async Task ReadBodyAsync(HttpRequest request, HttpRequestMessage message)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return;
        }

        message.Content = new ByteArrayContent(await ReadBodyAsync(request));
        if (request.ContentType is { } contentType)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    // Kestrel's own limit would close the connection while the caller still sends, who then sees a broken pipe and not the answer. So Kestrel has none: it
    // throws away what is left of a body once it is answered, for five seconds at most.
    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (request.ContentLength is null or <= LoopbackServer.LargestBody)
        {
            using var body = new MemoryStream();
            var part = new byte[PartOfBody];
            int read;
            while ((read = await request.Body.ReadAsync(part, cancellation)) > 0 && body.Length + read <= LoopbackServer.LargestBody)
            {
                await body.WriteAsync(part.AsMemory(0, read), cancellation);
            }

            if (read == 0)
            {
                return body.ToArray();
            }
        }

        throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
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
