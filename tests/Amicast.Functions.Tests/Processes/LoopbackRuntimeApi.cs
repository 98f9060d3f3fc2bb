using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Amicast.Functions.Tests.Processes;

/// <summary>The Runtime API for one function's process: hands out an invocation, and waits for what the process makes of it.</summary>
internal sealed class LoopbackRuntimeApi : IAsyncDisposable
{
#pragma warning disable RS0030 // Two processes talk here, in real time and on many threads: this is outside any simulated world.
    private readonly Channel<string> _payloads = Channel.CreateUnbounded<string>();
    private readonly Channel<Told> _told = Channel.CreateUnbounded<Told>();
#pragma warning restore RS0030
    private readonly TaskCompletionSource _asked = new();
    private WebApplication? _server;
    private int _handedOut;

    internal Uri Address => _server!.Address();

    /// <summary>Ends when the process asks for work for the first time.</summary>
    internal Task Asked => _asked.Task;

    internal static async Task<LoopbackRuntimeApi> StartAsync()
    {
        var api = new LoopbackRuntimeApi();
        api._server = await Loopback.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>Hands <paramref name="payload"/> out and waits for its result.</summary>
    internal async Task<Told> InvokeAsync(string payload)
    {
        await _payloads.Writer.WriteAsync(payload);
        return await ToldAsync();
    }

    /// <summary>Waits for what the process says next.</summary>
    internal Task<Told> ToldAsync() => _told.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        const string Root = "/2018-06-01/runtime/";
        var path = context.Request.Path.Value![Root.Length..];
        if (path == "invocation/next")
        {
            await HandOutAsync(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.CompleteAsync();
        await _told.Writer.WriteAsync(new Told(path, context.Request.ContentType, context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString(), body));
    }

    private async Task HandOutAsync(HttpContext context)
    {
        _asked.TrySetResult();
        var payload = await _payloads.Reader.ReadAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = $"r{++_handedOut}";
        headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111122223333:function:amicast";
        headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700";
        await context.Response.WriteAsync(payload);
    }
}

/// <summary>What the process told the Runtime API.</summary>
internal sealed record Told(string Path, string? ContentType, string ErrorType, string Body);
