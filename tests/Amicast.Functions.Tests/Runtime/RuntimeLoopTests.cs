using System.Net;
using Amazon.Lambda.Core;
using Amicast.Errors;
using Amicast.Functions.Runtime;
using Amicast.Functions.Runtime.Logging;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests.Runtime;

public sealed class RuntimeLoopTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private readonly VirtualClock _clock = new(Start);
    private readonly ScriptedRuntimeApi _api = new();
    private readonly StringWriter _log = new();
    private readonly List<string?> _traces = [];

    [Fact]
    public void Loop_hands_each_answer_back_under_its_invocations_id_until_it_is_told_to_stop()
    {
        _api.HandOut("one");
        _api.HandOut("two");

        Run((payload, _) => Task.FromResult<Stream>(new MemoryStream([.. "\""u8, .. Read(payload), .. "\""u8])));

        Assert.Equal(
            ["invocation/r1/response application/json \"one\"", "invocation/r2/response application/json \"two\""],
            _api.Told);
        Assert.Equal("", _log.ToString());
    }

    [Fact]
    public void Loop_answers_what_is_under_way_and_takes_no_more_when_it_is_told_to_stop()
    {
        _api.HandOut("one");
        _api.HandOut("two");

        Run((payload, context) =>
        {
            _api.Stop();
            return OneSecondAsync(payload, context);
        });

        Assert.Equal(["invocation/r1/response application/json {}"], _api.Told);
    }

    [Fact]
    public void Loop_posts_a_named_error_and_goes_on_when_the_handler_fails()
    {
        _api.HandOut("one");
        _api.HandOut("two");

        Run((payload, _) => Read(payload).SequenceEqual("one"u8.ToArray())
            ? throw new NameTakenException("'web' is the name of ami-1.")
            : Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray())));

        Assert.Equal(
            [
                "invocation/r1/error application/vnd.aws.lambda.error+json Function.NameTaken "
                    + """{"errorType":"NameTaken","errorMessage":"\u0027web\u0027 is the name of ami-1.","stackTrace":[]}""",
                "invocation/r2/response application/json {}",
            ],
            _api.Told);
    }

    [Fact]
    public void Loop_goes_on_when_an_answer_is_too_large()
    {
        _api.HandOut("one");
        _api.HandOut("two");
        _api.Status = path => path == "invocation/r1/response" ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.Accepted;

        Run((_, _) => Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray())));

        Assert.Equal(["invocation/r1/response application/json {}", "invocation/r2/response application/json {}"], _api.Told);
        Assert.Equal(
            """{"timestamp":"2026-11-22T02:00:00.000Z","level":"ERROR","requestId":"r1","message":"The Runtime API answered 413 to this invocation\u0027s result.","status":413}""" + "\n",
            _log.ToString());
    }

    [Fact]
    public void Loop_ends_with_an_error_when_the_Runtime_API_answers_500_to_a_result()
    {
        _api.HandOut("one");
        _api.HandOut("two");
        _api.Status = _ => HttpStatusCode.InternalServerError;

        var error = Assert.Throws<RuntimeApiException>(() => Run((_, _) => Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray()))));

        Assert.Equal("The Runtime API answered 500 to 'invocation/r1/response'.", error.Message);
        Assert.Equal(["invocation/r1/response application/json {}"], _api.Told);
    }

    [Fact]
    public void Loop_ends_all_its_parallel_loops_when_the_Runtime_API_fails_one()
    {
        _api.HandOut("slow");
        _api.HandOut(HttpStatusCode.Forbidden);
        _api.HandOut("not to be taken any more");

        var error = Assert.Throws<RuntimeApiException>(() => Run(OneSecondAsync, parallel: 2));

        Assert.Equal("Asked for the next invocation, the Runtime API answered 403.", error.Message);
        Assert.Equal(["invocation/r1/response application/json {}"], _api.Told);
        Assert.Equal(TimeSpan.FromSeconds(1), _clock.Elapsed);
    }

    [Fact]
    public void Loop_answers_as_many_invocations_side_by_side_as_Lambda_allows()
    {
        foreach (var payload in new[] { "1", "2", "3", "4" })
        {
            _api.HandOut(payload, traceId: $"trace {payload}");
        }

        Run(OneSecondAsync, parallel: 2);

        Assert.Equal(
            [.. Enumerable.Range(1, 4).Select(i => $"invocation/r{i}/response application/json {{}}")],
            _api.Told);
        Assert.Equal(TimeSpan.FromSeconds(2), _clock.Elapsed);
        Assert.Empty(_traces);
    }

    [Fact]
    public void Loop_logs_each_of_parallel_invocations_with_its_own_trace()
    {
        _api.HandOut("1", traceId: "trace 1");
        _api.HandOut("2", traceId: "trace 2");

        Run(async (payload, context) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _clock);
            context.Logger.LogInformation("done");
            return new MemoryStream("{}"u8.ToArray());
        }, parallel: 2);

        Assert.Equal(
            """
            {"timestamp":"2026-11-22T02:00:01.000Z","level":"INFO","requestId":"r1","traceId":"trace 1","message":"done"}
            {"timestamp":"2026-11-22T02:00:01.000Z","level":"INFO","requestId":"r2","traceId":"trace 2","message":"done"}

            """.ReplaceLineEndings("\n"),
            _log.ToString());
    }

    [Fact]
    public void Loop_posts_whatever_a_handler_throws_with_its_innermost_frames_and_goes_on()
    {
        _api.HandOut("one");
        _api.HandOut("two");

        Run((payload, _) => Read(payload).SequenceEqual("one"u8.ToArray())
            ? throw new NotSupportedException("too much")
            : Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray())));

        Assert.StartsWith(
            "invocation/r1/error application/vnd.aws.lambda.error+json Function.NotSupportedException "
                + """{"errorType":"NotSupportedException","errorMessage":"too much","stackTrace":["at Amicast.Functions.Tests.""",
            _api.Told[0],
            StringComparison.Ordinal);
        Assert.Equal("invocation/r2/response application/json {}", _api.Told[1]);
    }

    [Fact]
    public void Context_has_what_the_caller_says_beside_the_payload()
    {
        _api.HandOut("one", clientContext: """{"client":{"app_title":"tests"},"custom":{"a":"b"},"env":{"c":"d"}}""");
        IClientContext? seen = null;

        Run((_, context) =>
        {
            seen = context.ClientContext;
            return Task.FromResult<Stream>(new MemoryStream());
        });

        Assert.Equal(("tests", "b", "d"), (seen!.Client.AppTitle, seen.Custom["a"], seen.Environment["c"]));
    }

    [Fact]
    public void Loop_sets_the_trace_of_each_invocation_and_takes_it_away_where_there_is_none()
    {
        _api.HandOut("one", traceId: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1");
        _api.HandOut("two");

        Run((_, _) => Task.FromResult<Stream>(new MemoryStream()));

        Assert.Equal(["Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1", null], _traces);
    }

    [Fact]
    public void Context_tells_the_handler_what_Lambda_says_of_the_function_and_the_invocation()
    {
        _api.HandOut("one", deadline: Start.AddSeconds(60));
        ILambdaContext? seen = null;
        var remaining = TimeSpan.Zero;

        Run(async (_, context) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(20), _clock);
            (seen, remaining) = (context, context.RemainingTime);
            return new MemoryStream();
        });

        Assert.Equal(TimeSpan.FromSeconds(40), remaining);
        Assert.Equal(
            ("r1", "amicast-Plan", "7", "arn:aws:lambda:us-east-1:111122223333:function:amicast-Plan", "/aws/lambda/amicast-Plan", "stream", 256),
            (seen!.AwsRequestId, seen.FunctionName, seen.FunctionVersion, seen.InvokedFunctionArn, seen.LogGroupName, seen.LogStreamName, seen.MemoryLimitInMB));
        Assert.Null(seen.ClientContext);
        Assert.Null(seen.Identity);
    }

    private static byte[] Read(Stream payload)
    {
        using var copy = new MemoryStream();
        payload.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<Stream> OneSecondAsync(Stream payload, ILambdaContext context)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), _clock);
        return new MemoryStream("{}"u8.ToArray());
    }

    private void Run(Func<Stream, ILambdaContext, Task<Stream>> handler, int parallel = 1)
    {
        var environment = new LambdaEnvironment(
            "runtime", "Plan", "amicast-Plan", "7", 256, "/aws/lambda/amicast-Plan", "stream", LogFormat.Json, LogLevel.Information, parallel);
        using var api = new RuntimeApi(environment.RuntimeApi, _api);
        var logs = new LogOutput(_log, environment.LogFormat, environment.LogLevel, _clock);
        var loop = new RuntimeLoop(api, handler, environment, logs, _clock, (name, value) => _traces.Add(name == "_X_AMZN_TRACE_ID" ? value : name));
        _clock.Run(() => loop.RunAsync(_api.Shutdown));
    }
}
