using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amicast.VirtualTime;

namespace Amicast.Local.Gateway;

/// <summary>Writes a request as API Gateway's HTTP APIs hand it to a function: payload format 2.0.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html. There are no cookies and no authorizer here.</remarks>
internal static class GatewayEvent
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static string Of(HttpRequestMessage request, byte[] body, string requestId, WorldClock clock)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("version", "2.0");
            json.WriteString("routeKey", "$default");
            json.WriteString("rawPath", request.RequestUri!.AbsolutePath);
            json.WriteString("rawQueryString", request.RequestUri.Query.TrimStart('?'));
            WriteHeaders(json, request);
            WriteContext(json, request, requestId, clock);
            WriteBody(json, body, request.Content?.Headers.ContentType);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length);
    }

    private static void WriteHeaders(Utf8JsonWriter json, HttpRequestMessage request)
    {
        json.WriteStartObject("headers");
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            json.WriteString(name.ToLowerInvariant(), string.Join(',', values));
        }

        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, HttpRequestMessage request, string requestId, WorldClock clock)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", FunctionArns.AccountId);
        json.WriteString("apiId", "amicast");
        json.WriteStartObject("http");
        json.WriteString("method", request.Method.Method);
        json.WriteString("path", request.RequestUri!.AbsolutePath);
        json.WriteString("protocol", "HTTP/1.1");
        json.WriteEndObject();
        json.WriteString("requestId", requestId);
        json.WriteString("routeKey", "$default");
        json.WriteString("stage", "$default");
        json.WriteNumber("timeEpoch", clock.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, byte[] body, MediaTypeHeaderValue? contentType)
    {
        var text = IsText(contentType) ? TryRead(body) : null;
        if (body.Length > 0)
        {
            json.WriteString("body", text ?? Convert.ToBase64String(body));
        }

        json.WriteBoolean("isBase64Encoded", body.Length > 0 && text is null);
    }

    // API Gateway takes these for text, and everything else, also what says no type, for bytes.
    private static bool IsText(MediaTypeHeaderValue? contentType) =>
        contentType?.MediaType is { } type
        && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.ToLowerInvariant() is "application/json" or "application/javascript" or "application/xml");

    private static string? TryRead(byte[] body)
    {
        try
        {
            return Utf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
