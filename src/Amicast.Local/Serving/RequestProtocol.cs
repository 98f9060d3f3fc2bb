using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Local.Serving;

/// <summary>In which of AWS's protocols a request speaks, and for which service.</summary>
internal static class RequestProtocol
{
    private const string Target = "X-Amz-Target";

    /// <summary>The service of the signature's scope; null, if there is no readable signature.</summary>
    internal static string? ServiceOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("Authorization", out var values) && SignatureScope.TryRead(values.First(), out var scope) ? scope.Service : null;

    /// <summary>The JSON services name the operation in a header, or, those of REST, in the path.</summary>
    internal static bool IsJson(HttpRequestMessage request) => request.Headers.Contains(Target) || request.RequestUri is { AbsolutePath: not "/" };

    internal static bool IsEc2(HttpRequestMessage request) => ServiceOf(request) is null or "ec2";
}
