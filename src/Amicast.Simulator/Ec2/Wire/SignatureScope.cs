using System.Net.Http.Headers;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>What a SigV4 signature says about a request: who sends it, to which Region and service. The signature itself is not checked.</summary>
/// <param name="AccessKey">The access key's id.</param>
/// <param name="Region">Such as <c>eu-central-1</c>.</param>
/// <param name="Service">Such as <c>ec2</c>.</param>
public readonly record struct SignatureScope(string AccessKey, string Region, string Service)
{
    private const string Credential = "Credential=";

    /// <summary>Reads <c>AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/ec2/aws4_request, …</c>.</summary>
    /// <returns>Whether it is written so.</returns>
    public static bool TryRead(string authorization, out SignatureScope scope)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        var start = authorization.IndexOf(Credential, StringComparison.Ordinal);
        var end = start < 0 ? -1 : authorization.AsSpan(start).IndexOfAny(',', ' ');
        var parts = start < 0 ? [] : authorization[(start + Credential.Length)..(end < 0 ? authorization.Length : start + end)].Split('/');

        // An access key may itself hold slashes; the scope is counted from the end.
        var isScope = parts.Length >= 5 && parts[^1] == "aws4_request";
        scope = isScope ? new(string.Join('/', parts[..^4]), parts[^3], parts[^2]) : default;
        return isScope;
    }

    /// <summary>The scope of a request's Authorization header.</summary>
    /// <exception cref="Ec2Exception">MissingAuthenticationToken, IncompleteSignature.</exception>
    internal static SignatureScope Of(HttpRequestHeaders headers)
    {
        if (!headers.TryGetValues("Authorization", out var values))
        {
            throw RequestErrors.MissingAuthenticationToken();
        }

        return TryRead(values.First(), out var scope) ? scope : throw RequestErrors.IncompleteSignature();
    }
}
