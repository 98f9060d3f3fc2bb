using System.Globalization;
using System.Net;
using System.Text;

namespace Amicast.Functions.Tests.Runtime;

/// <summary>A Runtime API in process: hands out the payloads it is given, writes down everything it is told, and shuts the function down when there is no more.</summary>
internal sealed class ScriptedRuntimeApi : HttpMessageHandler
{
    private readonly Queue<HttpResponseMessage> _work = new();
    private readonly CancellationTokenSource _shutdown = new();
    private int _handedOut;

    /// <summary>Every call but those for work: the path after the version, content type, error type and body.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What it answers to a path; 202 unless told otherwise.</summary>
    public Func<string, HttpStatusCode> Status { get; set; } = _ => HttpStatusCode.Accepted;

    public CancellationToken Shutdown => _shutdown.Token;

    public void HandOut(string payload, DateTimeOffset? deadline = null, string? traceId = null, string? clientContext = null)
    {
        var work = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(payload) };
        work.Headers.Add("Lambda-Runtime-Aws-Request-Id", $"r{++_handedOut}");
        work.Headers.Add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:111122223333:function:amicast-Plan");
        if (deadline is { } moment)
        {
            work.Headers.Add("Lambda-Runtime-Deadline-Ms", moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        }

        if (traceId is not null)
        {
            work.Headers.Add("Lambda-Runtime-Trace-Id", traceId);
        }

        if (clientContext is not null)
        {
            work.Headers.Add("Lambda-Runtime-Client-Context", clientContext);
        }

        _work.Enqueue(work);
    }

    /// <summary>Answers the next request for work with a bare status.</summary>
    public void HandOut(HttpStatusCode status) => _work.Enqueue(new HttpResponseMessage(status));

    /// <summary>Tells the function to stop.</summary>
    public void Stop() => _shutdown.Cancel();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery["/2018-06-01/runtime/".Length..];
        if (path == "invocation/next")
        {
            return _work.TryDequeue(out var work) ? work : await EndAsync(cancellationToken);
        }

        var body = Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        var errorType = request.Headers.TryGetValues("Lambda-Runtime-Function-Error-Type", out var types) ? $" {string.Join(',', types)}" : "";
        Told.Add($"{path} {request.Content.Headers.ContentType}{errorType} {body}");
        return new HttpResponseMessage(Status(path));
    }

    protected override void Dispose(bool disposing)
    {
        _shutdown.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> EndAsync(CancellationToken asked)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var gone = asked.Register(() => never.TrySetCanceled(asked));
        Stop();
        return await never.Task;
    }
}
