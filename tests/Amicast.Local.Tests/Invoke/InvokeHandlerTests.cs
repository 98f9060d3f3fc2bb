using Amicast.Local.Invoke;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.Invoke;

public sealed class InvokeHandlerTests
{
    private const string Plan = "arn:aws:lambda:us-east-1:000000000000:function:Plan";
    private const string Path = "/2015-03-31/functions/Plan/invocations";
    private readonly VirtualClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly List<TaskInvocation> _invocations = [];

    [Theory]
    [InlineData(Path)]
    [InlineData(Path + "?Qualifier=$LATEST")]
    [InlineData("/2015-03-31/functions/000000000000%3Afunction%3APlan/invocations")]
    [InlineData("/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3APlan/invocations")]
    public void Function_is_invoked_by_its_name_or_ARN_and_its_answer_is_the_body(string path)
    {
        var answer = Send(path, "[1, 2]", _ => "{\"a\":1}");
        Assert.Equal("200 application/json X-Amz-Executed-Version=$LATEST {\"a\":1}", answer);
        Assert.Equal([new TaskInvocation(Plan, "[1, 2]")], _invocations);
    }

    [Fact]
    public void Invocation_without_a_payload_has_an_empty_object()
    {
        _ = Send(Path, "", _ => "null");
        Assert.Equal([new TaskInvocation(Plan, "{}")], _invocations);
    }

    [Theory]
    [InlineData("""{"errorType":"Broken","errorMessage":"it is"}""", """{"errorType":"Broken","errorMessage":"it is"}""")]
    [InlineData(null, """{"errorType":"Broken"}""")]
    public void Function_that_fails_answers_with_its_error_document_and_the_header_that_says_so(string? cause, string body) => Assert.Equal(
        $"200 application/json X-Amz-Executed-Version=$LATEST X-Amz-Function-Error=Unhandled {body}",
        Send(Path, "{}", _ => throw new TaskFailedException("Broken", cause)));

    [Fact]
    public void Dry_run_invokes_nothing()
    {
        Assert.Equal("204 application/json ", Send(Path, "{}", _ => "1", ("X-Amz-Invocation-Type", "DryRun")));
        Assert.Empty(_invocations);
    }

    [Theory]
    [InlineData("/2015-03-31/functions/Nope/invocations", "{}", null, null, "404", "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:Nope")]
    [InlineData(Path + "?Qualifier=live", "{}", null, null, "404", "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:Plan:live")]
    [InlineData(Path + "?Other=1", "{}", null, null, "400", "InvalidParameterValueException", "the query \\u0027?Other=1\\u0027 is not supported by this endpoint.")]
    [InlineData("/2015-03-31/functions/Plan", "{}", null, null, "404", "UnknownOperationException", "Of Lambda this endpoint has POST /2015-03-31/functions/{name}/invocations.")]
    [InlineData(Path, "{}", "X-Amz-Invocation-Type", "Event", "400", "InvalidParameterValueException", "X-Amz-Invocation-Type: Event is not supported by this endpoint.")]
    [InlineData(Path, "{}", "X-Amz-Log-Type", "Tail", "400", "InvalidParameterValueException", "X-Amz-Log-Type: Tail is not supported by this endpoint.")]
    [InlineData(Path, "{}", "X-Amz-Client-Context", "e30=", "400", "InvalidParameterValueException", "X-Amz-Client-Context: e30= is not supported by this endpoint.")]
    public void What_is_not_carried_out_is_refused_by_Lambda_s_codes(string path, string body, string? header, string? value, string status, string code, string message)
    {
        (string, string)[] headers = header is null ? [] : [(header, value!)];
        Assert.Equal($$"""{{status}} application/json x-amzn-ErrorType={{code}} {"Type":"User","Message":"{{message}}"}""", Send(path, body, _ => "1", headers));
        Assert.Empty(_invocations);
    }

    [Fact]
    public void Payload_that_is_no_json_is_refused() => Assert.StartsWith(
        """400 application/json x-amzn-ErrorType=InvalidRequestContentException {"Type":"User","Message":"Could not parse request body into json: """,
        Send(Path, "{", _ => "1"),
        StringComparison.Ordinal);

    [Fact]
    public void Local_cloud_s_steps_are_invoked_by_requests_signed_for_lambda()
    {
        var account = LocalCloud.ExampleAccount;
        var clock = new VirtualClock(account.StartsAt);
        using var client = new HttpMessageInvoker(LocalCloud.Simulated(clock, 1, account, new([]), Deployment.Default).CreateHandler());
        using var request = Serving.ServedCloud.Request("lambda", "{}", path: "http://lambda.local" + Path);
        var text = clock.Run(async () =>
        {
            using var response = await client.SendAsync(request, CancellationToken.None);
            Assert.Equal(["Unhandled"], response.Headers.GetValues("X-Amz-Function-Error"));
            return await response.Content.ReadAsStringAsync();
        });
        Assert.StartsWith("""{"errorType":"BadPayload","errorMessage":""", text, StringComparison.Ordinal);
    }

    private string Send(string path, string body, Func<TaskInvocation, string> function, params (string Name, string Value)[] headers)
    {
        using var client = new HttpMessageInvoker(new InvokeHandler(new Recorded(_invocations, function), ["Plan"], new Chance(1)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://lambda.local" + path) { Content = new StringContent(body) };
        Array.ForEach(headers, header => request.Headers.Add(header.Name, header.Value));
        return _clock.Run(async () => await TextOfAsync(await client.SendAsync(request, CancellationToken.None)));
    }

    private static async Task<string> TextOfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", response.Headers.GetValues("x-amzn-RequestId").Single());
            var headers = response.Headers.Where(header => header.Key != "x-amzn-RequestId").Select(header => $"{header.Key}={header.Value.Single()} ");
            return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {string.Concat(headers)}{await response.Content.ReadAsStringAsync()}";
        }
    }

    private sealed class Recorded(List<TaskInvocation> invocations, Func<TaskInvocation, string> function) : ITaskInvoker
    {
        public Task<string> InvokeAsync(TaskInvocation invocation)
        {
            invocations.Add(invocation);
            return Task.FromResult(function(invocation));
        }
    }
}
