using System.Net;

namespace Amicast.Local.Serving;

/// <summary>Where a cloud is served, and to whom.</summary>
public sealed record ServingOptions
{
    /// <summary>The port of <c>amicast serve</c> unless another is said: 4580.</summary>
    public const int DefaultPort = 4580;

    /// <summary>The address to listen on. Default: 127.0.0.1. One that is not loopback needs <see cref="AllowRemoteAccess"/>.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port, 0 to 65535; 0: any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>
    /// Lets other machines in: any address may be listened on, and any Host header is answered. Default: no. Nobody is asked for a password,
    /// so whoever reaches the port can do anything in the simulated account.
    /// </summary>
    public bool AllowRemoteAccess { get; init; }
}
