using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Amicast.Functions.Benchmarks;

/// <summary>The Runtime API for one process at a time, and an EC2 that has one image.</summary>
internal sealed class LoopbackLambda : IAsyncDisposable
{
    private readonly WebApplication _server;
    private TaskCompletionSource<string> _answer = New();
    private string? _payload;

    private LoopbackLambda(WebApplication server) => _server = server;

    /// <summary>The first answer of the process that was started last.</summary>
    internal Task<string> Answer => _answer.Task;

    internal static async Task<LoopbackLambda> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var lambda = new LoopbackLambda(builder.Build());
        lambda._server.Urls.Add("http://127.0.0.1:0");
        lambda._server.Run(lambda.AnswerAsync);
        await lambda._server.StartAsync();
        return lambda;
    }

    /// <summary>The next process gets this payload first, and nothing after it.</summary>
    internal void HandOut(string payload) => (_answer, _payload) = (New(), payload);

    internal IEnumerable<(string Name, string Value)> Variables(string handler)
    {
        var address = new Uri(_server.Urls.Single());
        return
        [
            ("_HANDLER", handler), ("AWS_LAMBDA_RUNTIME_API", address.Authority), ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"), ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "key"), ("AWS_ENDPOINT_URL", address.ToString()), ("AWS_EC2_METADATA_DISABLED", "true"),
        ];
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static TaskCompletionSource<string> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/2018-06-01/runtime/invocation/next" => HandOutAsync(context),
        "/" => DescribeImagesAsync(context),
        _ => TakeAsync(context),
    };

    private async Task HandOutAsync(HttpContext context)
    {
        if (Interlocked.Exchange(ref _payload, null) is not { } payload)
        {
            // Nothing more: the process is killed while it waits.
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = "r1";
        headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.UtcNow.AddSeconds(60).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111122223333:function:amicast";
        await context.Response.WriteAsync(payload);
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _answer.TrySetResult($"{context.Request.Path} {await reader.ReadToEndAsync()}");
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static Task DescribeImagesAsync(HttpContext context)
    {
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync("""
            <DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><imagesSet><item><imageId>ami-1</imageId>
            <imageState>available</imageState><blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><snapshotId>snap-1</snapshotId></ebs></item>
            </blockDeviceMapping></item></imagesSet></DescribeImagesResponse>
            """);
    }
}
