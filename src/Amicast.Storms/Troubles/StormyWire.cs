using Amicast.VirtualTime;

namespace Amicast.Storms.Troubles;

/// <summary>The wire between functions and the account: kills what is doomed, and knows no way to a Region that is cut off.</summary>
internal sealed class StormyWire(HttpMessageHandler account, WorldClock clock, Blackout blackout) : DelegatingHandler(account)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (blackout.Covers(request, clock.Elapsed))
        {
            throw new HttpRequestException("No route to host");
        }

        return DoomedInvocation.Current is { } doomed
            ? doomed.CallAsync(() => base.SendAsync(request, cancellationToken))
            : base.SendAsync(request, cancellationToken);
    }
}

/// <summary>A Region that cannot be reached for a while.</summary>
internal sealed class Blackout
{
    private string? _scope;
    private TimeSpan _until;

    /// <summary>How many calls it has stopped.</summary>
    internal int Stopped { get; private set; }

    internal void Begin(string region, TimeSpan until) => (_scope, _until) = ($"/{region}/", until);

    internal bool Covers(HttpRequestMessage request, TimeSpan now)
    {
        // The Region stands in the scope of the signature.
        var covers = _scope is { } scope && now < _until
            && request.Headers.TryGetValues("Authorization", out var authorization) && authorization.Any(value => value.Contains(scope, StringComparison.Ordinal));
        Stopped += covers ? 1 : 0;
        return covers;
    }
}
