using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Amicast.Functions.Tests.Processes;

/// <summary>A web server on a free port of this machine, for a program that a test starts.</summary>
internal static class Loopback
{
    internal static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(answer);
        await server.StartAsync();
        return server;
    }

    internal static Uri Address(this WebApplication server) => new(server.Urls.Single());
}
