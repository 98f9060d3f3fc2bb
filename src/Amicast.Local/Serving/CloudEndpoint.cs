using Amicast.Local.Gateway;
using Amicast.VirtualTime;

namespace Amicast.Local.Serving;

/// <summary>The one endpoint of a local cloud: brings each request to the service that its signature names. On the world's thread.</summary>
internal sealed class CloudEndpoint(WorldClock clock, AboutCloud about, IReadOnlyDictionary<string, HttpMessageHandler> services) : HttpMessageHandler
{
    private readonly Dictionary<string, HttpMessageInvoker> _services = services.ToDictionary(one => one.Key, one => new HttpMessageInvoker(one.Value));
    private readonly Refusals _refusals = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        clock.AssertOnThread();
        if (AboutCloud.IsAskedBy(request))
        {
            return about.Answer(request);
        }

        if ((HttpApiRequests.Has(request) ? HttpApiRequests.Service : RequestProtocol.ServiceOf(request)) is not { } service)
        {
            return _refusals.Unsigned(request);
        }

        return _services.TryGetValue(service, out var there)
            ? await there.SendAsync(request, cancellationToken)
            : _refusals.UnknownService(request, service, services.Keys);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var service in _services.Values)
            {
                service.Dispose();
            }
        }

        base.Dispose(disposing);
    }
}
