using System.Net;

namespace Amicast.Local.Serving;

/// <summary>The Host headers that mean this machine.</summary>
internal static class LoopbackHosts
{
    /// <summary>Whether the host is localhost, a name below it, or a loopback address.</summary>
    /// <remarks>
    /// A web page can give its own name the address 127.0.0.1 and then call what listens there from its reader's browser (DNS rebinding).
    /// The browser says that name in the Host header, which is how it is told from a client of this machine. RFC 6761 keeps <c>.localhost</c> loopback.
    /// </remarks>
    internal static bool Has(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
