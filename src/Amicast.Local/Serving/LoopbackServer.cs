using System.Net;
using System.Net.Sockets;
using Amicast.VirtualTime;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Amicast.Local.Serving;

/// <summary>Puts a one-threaded cloud behind a real socket: requests enter its world by the clock's inbox, answers leave it the same way. No locks.</summary>
/// <remarks>
/// HTTP/1.1 without TLS. A request of more than 1 MiB is answered 413 and not kept. A call that the cloud never answers hangs until its
/// caller hangs up, and one whose connection breaks in the cloud breaks on the socket. Signatures are not checked: see <see cref="ServingOptions.AllowRemoteAccess"/>.
/// </remarks>
/// <param name="clock">The cloud's clock. It must run while the server does.</param>
/// <param name="cloud">What answers, on the world's thread: <see cref="LocalCloud.CreateHandler"/>.</param>
/// <param name="options">Where to listen.</param>
/// <param name="failed">Hears of what broke inside the cloud, on any thread; its caller gets a 500 without the details.</param>
public sealed class LoopbackServer(PacedClock clock, HttpMessageHandler cloud, ServingOptions options, Action<Exception>? failed = null) : IAsyncDisposable
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly HttpMessageInvoker _cloud = new(cloud, disposeHandler: false);
    private readonly Refusals _refusals = new();
    private readonly KestrelServer _server = new(
        Options.Create(KestrelOptions(options)), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);

    /// <summary>Where clients find it, once it was started: <c>http://127.0.0.1:4580</c>.</summary>
    public string Url => _server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Begins to listen.</summary>
    /// <exception cref="CannotListenException">The address is taken, not this machine's, or not loopback without being allowed.</exception>
    public async Task StartAsync()
    {
        if (!options.AllowRemoteAccess && !IPAddress.IsLoopback(options.Address))
        {
            throw new CannotListenException($"{options.Address} is not a loopback address: other machines could do anything in the account. Allow remote access to say that they may.");
        }

        try
        {
            await _server.StartAsync(new SocketApplication(AnswerAsync), CancellationToken.None);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            throw new CannotListenException(Reason(refused), refused);
        }
    }

    /// <summary>Listens no more, lets calls that are being answered have two seconds, and closes every connection.</summary>
    public async Task StopAsync()
    {
#pragma warning disable RS0030 // The grace is real time: it is the callers' patience, not the cloud's.
        using var grace = new CancellationTokenSource(Grace, TimeProvider.System);
#pragma warning restore RS0030
        await _server.StopAsync(grace.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _server.Dispose();
        _cloud.Dispose();
    }

    private static KestrelServerOptions KestrelOptions(ServingOptions serving)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(serving.Address, serving.Port, listen => listen.Protocols = HttpProtocols.Http1);
        return kestrel;
    }

    private string Reason(Exception refused) => refused switch
    {
        { InnerException: AddressInUseException } => $"Port {options.Port} on {options.Address} is taken: give another, or 0 for any free one.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"Port {options.Port} needs rights that this user does not have: give one above 1023.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"{options.Address} is not an address of this machine.",
        _ => $"Port {options.Port} on {options.Address} cannot be served: {refused.Message}",
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = Exchange.Head(context.Request);
        try
        {
            using var answer = await AnswerAsync(context, request);
            await Exchange.WriteAsync(answer, context.Response);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException)
        {
            // The cloud's wire broke, or the caller hung up: either way there is nobody to answer.
            context.Abort();
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpContext context, HttpRequestMessage request)
    {
        if (!options.AllowRemoteAccess && !LoopbackHosts.Has(context.Request.Host.Host))
        {
            return _refusals.ForeignHost(request, context.Request.Host.Host);
        }

        try
        {
            await Exchange.ReadBodyAsync(context.Request, request);
            return await clock.InsideAsync(() => _cloud.SendAsync(request, CancellationToken.None)).WaitAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return _refusals.TooLarge(request);
        }
        catch (Exception failure) when (failure is not (HttpRequestException or OperationCanceledException or IOException))
        {
            // The boundary of the world: what broke inside must not end the server.
            failed?.Invoke(failure);
            return _refusals.Failure(request);
        }
    }
}
