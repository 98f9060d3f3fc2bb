using System.Net.Http.Headers;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>What a SigV4 signature says about a request: who sends it, to which Region and service. The signature itself is not checked.</summary>
internal readonly record struct SignatureScope(string AccessKey, string Region, string Service)
{
    private const string Credential = "Credential=";

    /// <summary>Reads <c>AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/ec2/aws4_request, …</c>.</summary>
    /// <exception cref="Ec2Exception">MissingAuthenticationToken, IncompleteSignature.</exception>
    internal static SignatureScope Of(HttpRequestHeaders headers)
    {
        if (!headers.TryGetValues("Authorization", out var values))
        {
            throw RequestErrors.MissingAuthenticationToken();
        }

        var header = values.First();
        var start = header.IndexOf(Credential, StringComparison.Ordinal);
        var end = start < 0 ? -1 : header.AsSpan(start).IndexOfAny(',', ' ');
        var scope = start < 0 ? "" : header[(start + Credential.Length)..(end < 0 ? header.Length : start + end)];
        var parts = scope.Split('/');

        // An access key may itself hold slashes; the scope is counted from the end.
        return parts.Length >= 5 && parts[^1] == "aws4_request"
            ? new(string.Join('/', parts[..^4]), parts[^3], parts[^2])
            : throw RequestErrors.IncompleteSignature();
    }
}
