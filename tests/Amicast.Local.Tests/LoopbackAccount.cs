using Amicast.Simulator;
using Amicast.VirtualTime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Amicast.Local.Tests;

/// <summary>A simulated account behind a real socket: requests enter its world by the clock's inbox.</summary>
internal sealed class LoopbackAccount(PacedClock clock, SimulatedCloud cloud) : IAsyncDisposable
{
    private readonly HttpMessageInvoker _wire = new(cloud.CreateHandler());
    private readonly WebApplication _server = Build();

    internal string Address => _server.Urls.Single();

    internal async Task StartAsync()
    {
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(AnswerAsync);
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _wire.Dispose();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://ec2.local/") { Content = new ByteArrayContent(body.ToArray()) };
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        using var response = await clock.InsideAsync(() => _wire.SendAsync(request, CancellationToken.None));
        context.Response.StatusCode = (int)response.StatusCode;
        await response.Content.CopyToAsync(context.Response.Body);
    }
}
