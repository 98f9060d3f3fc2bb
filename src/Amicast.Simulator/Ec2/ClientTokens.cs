using System.Text;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2;

/// <summary>The client tokens seen in one Region: a repeated request gets the first one's reply and has no effect of its own.</summary>
internal sealed class ClientTokens
{
    private readonly Dictionary<(string Operation, string Token), (string Fingerprint, Reply Reply)> _seen = [];

    /// <summary>The reply to the request that came with this token before, if one did.</summary>
    /// <exception cref="Ec2Exception">IdempotentParameterMismatch.</exception>
    internal Reply? Find(Request request)
    {
        if (!TryToken(request, out var key) || !_seen.TryGetValue(key, out var seen))
        {
            return null;
        }

        return seen.Fingerprint == Fingerprint(request) ? seen.Reply : throw RequestErrors.IdempotentParameterMismatch();
    }

    internal void Remember(Request request, Reply reply)
    {
        if (TryToken(request, out var key))
        {
            _seen[key] = (Fingerprint(request), reply);
        }
    }

    private static bool TryToken(Request request, out (string Operation, string Token) key)
    {
        key = (request.Operation, request.Parameters.Text("ClientToken") ?? "");
        return key.Token.Length > 0;
    }

    /// <summary>All parameters but the token, in an order that does not depend on the sender's.</summary>
    private static string Fingerprint(Request request)
    {
        var fingerprint = new StringBuilder();
        foreach (var (name, value) in request.Parameters.All.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (name != "ClientToken")
            {
                fingerprint.Append(name).Append('=').Append(value).Append('\n');
            }
        }

        return fingerprint.ToString();
    }
}
