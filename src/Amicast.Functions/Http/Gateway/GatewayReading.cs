using System.Text;
using Amicast.Functions.Errors;

namespace Amicast.Functions.Http.Gateway;

/// <summary>From API Gateway's words to the API's, and back.</summary>
internal static class GatewayReading
{
    private const string Format = "2.0";
    private const string DefaultStage = "$default";

    /// <exception cref="BadPayloadException">The event is of another format, or not API Gateway's at all.</exception>
    internal static ApiRequest Read(GatewayEvent received)
    {
        if (received.Version != Format)
        {
            throw new BadPayloadException($"The payload's version is '{received.Version}'. Set the integration's PayloadFormatVersion to {Format}.");
        }

        var root = received.RequestContext.Stage == DefaultStage ? "" : $"/{received.RequestContext.Stage}";
        var path = root.Length > 0 && received.RawPath.StartsWith($"{root}/", StringComparison.Ordinal) ? received.RawPath[root.Length..] : received.RawPath;
        return new ApiRequest(
            received.RequestContext.Http.Method,
            root,
            Segments(path),
            received.RawQueryString ?? "",
            new Dictionary<string, string>(received.Headers ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase),
            Body(received),
            received.RequestContext.RequestId);
    }

    internal static GatewayAnswer Write(ApiResponse response)
    {
        var headers = new Dictionary<string, string>();
        if (response.ContentType is { } contentType)
        {
            headers.Add("Content-Type", contentType);
            headers.Add("Cache-Control", "no-store");
        }

        foreach (var (name, value) in response.Headers)
        {
            headers.Add(name, value);
        }

        return new GatewayAnswer(response.Status, headers, response.Body, IsBase64Encoded: false);
    }

    // One trailing slash is no matter. API Gateway may have decoded the path already; a run's id is the same decoded twice.
    private static string[] Segments(string path)
    {
        var trimmed = path.StartsWith('/') ? path[1..] : path;
        return [.. (trimmed.EndsWith('/') ? trimmed[..^1] : trimmed).Split('/').Select(Uri.UnescapeDataString)];
    }

    private static byte[] Body(GatewayEvent received)
    {
        if (string.IsNullOrEmpty(received.Body))
        {
            return [];
        }

        try
        {
            return received.IsBase64Encoded ? Convert.FromBase64String(received.Body) : Encoding.UTF8.GetBytes(received.Body);
        }
        catch (FormatException)
        {
            throw new BadPayloadException("The payload's body is said to be Base64, and is not.");
        }
    }
}
