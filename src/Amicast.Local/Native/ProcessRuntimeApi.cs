using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Amicast.Functions.Steps;
using Amicast.Local.Serving;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Amicast.Local.Native;

/// <summary>The Lambda Runtime API (2018-06-01) for one process, on a port of its own: hands out one invocation at a time. Outside the simulated world.</summary>
/// <remarks>Source: "Using the Lambda runtime API for custom runtimes", AWS Lambda developer guide.</remarks>
internal sealed class ProcessRuntimeApi(TimeSpan timeout) : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

#pragma warning disable RS0030 // The process and its caller meet here in real time, on threads of the sockets.
    private readonly Channel<PendingInvocation> _work = Channel.CreateUnbounded<PendingInvocation>();
    private readonly TimeProvider _wall = TimeProvider.System;
#pragma warning restore RS0030
    private readonly KestrelServer _server = new(Options.Create(OnLoopback()), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
    private volatile PendingInvocation? _current;

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    internal string Address => new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>What the process said when it could not start.</summary>
    internal FunctionResult? InitError { get; private set; }

    internal Task StartAsync() => _server.StartAsync(new SocketApplication(AnswerAsync), CancellationToken.None);

    /// <summary>Work for the process, when it asks for it next.</summary>
    internal void HandOut(PendingInvocation invocation) => _work.Writer.TryWrite(invocation);

    public async ValueTask DisposeAsync()
    {
        // The process has ended: there is nobody to be patient with.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private static KestrelServerOptions OnLoopback()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        // Lambda freezes a process between two invocations, for hours: its connection stays.
        options.Limits.KeepAliveTimeout = Timeout.InfiniteTimeSpan;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        return options;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => HandOutAsync(context),
            ("POST", ["init", "error"]) => TakeInitErrorAsync(context),
            ("POST", ["invocation", var id, "response"]) => TakeAsync(context, id, body => new FunctionResult(body)),
            ("POST", ["invocation", var id, "error"]) => TakeAsync(context, id, FunctionResult.Failed),
            _ => RefuseAsync(context, StatusCodes.Status404NotFound, "NotFound"),
        };
    }

    private async Task HandOutAsync(HttpContext context)
    {
        PendingInvocation next;
        try
        {
            next = await _work.Reader.ReadAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _current = next;
        next.Take();
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = (_wall.GetUtcNow() + timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = next.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = next.TraceId;
        headers["Lambda-Runtime-Client-Context"] = $$$"""{"custom":{"{{{InvocationClock.Now}}}":"{{{next.Now.ToString("O", CultureInfo.InvariantCulture)}}}"}}""";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(next.Payload, context.RequestAborted);
    }

    private async Task TakeInitErrorAsync(HttpContext context)
    {
        InitError = FunctionResult.Failed(await ReadAsync(context) ?? "{}");
        await AcceptAsync(context);
    }

    private async Task TakeAsync(HttpContext context, string id, Func<string, FunctionResult> result)
    {
        if (_current is not { } invocation || invocation.RequestId != id)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID");
        }
        else if (await ReadAsync(context) is { } body)
        {
            await AcceptAsync(context);
            invocation.End(result(body));
        }
        else
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge");
            invocation.End(FunctionResult.TooLarge());
        }
    }

    /// <summary>The body; null where it is more than Lambda takes. It is read to its end all the same: a process that is still sending hears no answer.</summary>
    private static async Task<string?> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var block = new byte[64 * 1024];
        var length = 0L;
        while (await context.Request.Body.ReadAsync(block, context.RequestAborted) is > 0 and var read)
        {
            length += read;
            if (length <= FunctionResult.LargestResponse)
            {
                await body.WriteAsync(block.AsMemory(0, read));
            }
        }

        return length <= FunctionResult.LargestResponse ? Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length) : null;
    }

    private static async Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.CompleteAsync();
    }

    private static Task RefuseAsync(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"errorMessage":"{{error}}","errorType":"{{error}}"}""");
    }
}
