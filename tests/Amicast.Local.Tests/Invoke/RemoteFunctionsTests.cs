using System.Net;
using Amicast.Local.Invoke;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests.Invoke;

public sealed class RemoteFunctionsTests
{
    private const string Own = "arn:aws:lambda:us-east-1:000000000000:function:Plan";
    private const string Other = "arn:aws:lambda:eu-west-1:123456789012:function:f";
    private readonly VirtualClock _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Function_of_its_own_is_invoked_where_it_was() =>
        Assert.Equal("own", Invoke(Own, _ => throw new InvalidOperationException("Nobody calls out.")));

    [Fact]
    public void Any_other_function_is_invoked_at_the_endpoint_by_its_ARN()
    {
        var asked = "";
        Assert.Equal("[1]", Invoke(Other, request =>
        {
            asked = $"{request.Method} {request.RequestUri!.AbsoluteUri} {request.Content!.Headers.ContentType} {request.Content.ReadAsStringAsync().Result}";
            return new HttpResponseMessage { Content = new StringContent("[1]") };
        }));
        Assert.Equal("POST http://lambda.local/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Af/invocations application/json; charset=utf-8 {}", asked);
    }

    [Theory]
    [InlineData("""{"errorType":"Broken","errorMessage":"it is"}""", "Broken")]
    [InlineData("""{"errorMessage":"it is"}""", "Lambda.Unknown")]
    [InlineData("no JSON", "Lambda.Unknown")]
    public void Function_that_fails_there_fails_the_task_by_its_error_s_name(string document, string error)
    {
        var failure = Assert.Throws<TaskFailedException>(() => Invoke(Other, _ =>
        {
            var response = new HttpResponseMessage { Content = new StringContent(document) };
            response.Headers.Add("X-Amz-Function-Error", "Unhandled");
            return response;
        }));
        Assert.Equal((error, document), (failure.Error, failure.Cause));
    }

    [Fact]
    public void Endpoint_that_refuses_fails_the_task_by_its_code()
    {
        var failure = Assert.Throws<TaskFailedException>(() => Invoke(Other, _ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("{}") };
            response.Headers.Add("x-amzn-ErrorType", "ResourceNotFoundException:http://internal/");
            return response;
        }));
        Assert.Equal(("Lambda.ResourceNotFoundException", "{}"), (failure.Error, failure.Cause));
    }

    [Fact]
    public void Endpoint_that_is_not_there_is_the_SDK_s_failure()
    {
        var failure = Assert.Throws<TaskFailedException>(() => Invoke(Other, _ => throw new HttpRequestException("refused")));
        Assert.Equal(("Lambda.SdkClientException", "refused"), (failure.Error, failure.Cause));
    }

    private string Invoke(string arn, Func<HttpRequestMessage, HttpResponseMessage> endpoint)
    {
        using var transport = new HttpMessageInvoker(new Endpoint(endpoint));
        var functions = new RemoteFunctions(new OwnFunctions(), new Uri("http://lambda.local"), transport);
        return _clock.Run(() => functions.InvokeAsync(new TaskInvocation(arn, "{}")));
    }

    private sealed class OwnFunctions : ITaskInvoker
    {
        public Task<string> InvokeAsync(TaskInvocation invocation) => Task.FromResult("own");
    }

    private sealed class Endpoint(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }
}
