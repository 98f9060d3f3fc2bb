using Amicast.Functions.Http.Refusals;

namespace Amicast.Functions.Http.Routes;

/// <summary>Finds the route of a request.</summary>
/// <remarks>
/// HEAD is answered as GET is, without the body. OPTIONS is answered with the methods; there are no CORS headers, because no browser's page can sign for IAM.
/// </remarks>
internal sealed class RouteTable(IReadOnlyList<Route> routes)
{
    internal const string Head = "HEAD";
    private const string Get = "GET";
    private const string Options = "OPTIONS";

    /// <summary>As API Gateway names them, <c>GET /distributions/{run}</c>.</summary>
    internal IReadOnlyList<string> Keys => [.. routes.Select(route => $"{route.Method} {route.Path}")];

    /// <summary>The route; <see langword="null"/> where the answer is only what there is on the path.</summary>
    /// <exception cref="RefusalException">404: nothing is on the path; 405: something is, for other methods.</exception>
    internal Route? Find(ApiRequest request, out string allowed)
    {
        var here = routes.Where(route => route.Matches(request.Segments)).ToList();
        allowed = Allowed(here);
        if (here.Count == 0)
        {
            throw Refused.UnknownRoute();
        }

        var method = request.Method == Head ? Get : request.Method;
        return here.Find(route => route.Method == method)
            ?? (method == Options ? null : throw Refused.UnknownMethod(request.Method, allowed));
    }

    private static string Allowed(List<Route> here)
    {
        var methods = here.Select(route => route.Method).Append(Options).ToList();
        return string.Join(", ", methods.Contains(Get) ? methods.Append(Head).Order(StringComparer.Ordinal) : methods.Order(StringComparer.Ordinal));
    }
}
