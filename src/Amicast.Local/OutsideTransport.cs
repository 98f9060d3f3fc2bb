using Amicast.VirtualTime;

namespace Amicast.Local;

/// <summary>Carries a one-threaded world's HTTP requests over real sockets: the request leaves the world, and its whole answer comes back to the world's thread.</summary>
internal sealed class OutsideTransport(PacedClock clock, HttpMessageHandler sockets) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _sockets = new(sockets);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => clock.OutsideAsync(async () =>
    {
        var response = await _sockets.SendAsync(request, cancellationToken);
        // Read to the end out there: reading inside the world would leave its thread.
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        return response;
    });

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sockets.Dispose();
        }

        base.Dispose(disposing);
    }
}
