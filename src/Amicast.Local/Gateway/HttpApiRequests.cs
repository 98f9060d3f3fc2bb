using Amicast.Local.Serving;

namespace Amicast.Local.Gateway;

/// <summary>Which requests are the HTTP API's.</summary>
internal static class HttpApiRequests
{
    /// <summary>The service for which clients of API Gateway sign.</summary>
    internal const string Service = "execute-api";

    private const string Path = "/distributions";

    /// <summary>Whether a request is signed for the API, or has one of its paths and no signature that names another service.</summary>
    internal static bool Has(HttpRequestMessage request) => RequestProtocol.ServiceOf(request) is { } service ? service == Service : IsPath(request.RequestUri!.AbsolutePath);

    private static bool IsPath(string path) => path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/');
}
