using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Functions.Errors;
using Amicast.Functions.Http;
using Amicast.Functions.Steps;
using Amicast.Plans.Previews;
using Amicast.Runs;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests.Http;

public sealed class HttpApiRowTests : IDisposable
{
    private const string Event = """
        {"version":"2.0","routeKey":"$default","rawPath":"/distributions","rawQueryString":"","headers":{"content-type":"text/plain"},"requestContext":{"accountId":"123456789012","apiId":"api","http":{"method":"POST","path":"/distributions","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"curl"},"requestId":"JKJaXmPLvHcESHA=","routeKey":"$default","stage":"$default","time":"22/Nov/2026:02:00:00 +0000","timeEpoch":1795312800000},"body":"e30=","isBase64Encoded":true}
        """;

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly StepFunctionsOfOne _states = new();
    private readonly HttpClient _http;
    private readonly HttpApiRow _row;

    public HttpApiRowTests()
    {
        _http = new HttpClient(_states) { BaseAddress = new Uri("http://states.local") };
        var plans = new PlanPreviews(new AwsClients(new AwsConnection(new BasicAWSCredentials("id", "key"), _states, "us-east-1"), _clock, new Chance(1)), Deployment.Default);
        _row = new HttpApiRow("HttpApi", new HttpApi(new RunControl(new StepFunctionsClient(_http), "arn:aws:states:us-east-1:123456789012:stateMachine:amicast"), plans, _clock));
    }

    [Fact]
    public void Event_of_API_Gateway_is_read_and_answered_in_its_format()
    {
        var (answer, scope) = Invoke(Event);

        Assert.Equal(
            """{"statusCode":415,"headers":{"Content-Type":"application/problem+json","Cache-Control":"no-store"},"body":"{\"type\":\"urn:amicast:problem:WrongMediaType\",\"title\":\"The body is not of the type application/json.\",\"status\":415,\"detail\":\"'text/plain' is not read: send JSON in UTF-8 with the header Content-Type: application/json.\",\"instance\":\"urn:amicast:request:JKJaXmPLvHcESHA%3D\"}","isBase64Encoded":false}""",
            answer);
        Assert.Equal((null, null), (scope.Run, scope.Failure));
    }

    [Fact]
    public void Body_in_Base64_is_read_as_its_bytes()
    {
        var (answer, _) = Invoke(Event.Replace("text/plain", "application/json", StringComparison.Ordinal));

        Assert.Equal(422, (int)JsonNode.Parse(answer)!["statusCode"]!);
    }

    [Fact]
    public void Run_without_an_id_gets_that_of_the_request_and_links_have_the_stage()
    {
        var request = """{"source":{"region":"us-east-1","instanceId":"i-0123456789abcdef0"},"image":{"name":"web"}}""";
        var staged = JsonNode.Parse(Event.Replace("text/plain", "application/json", StringComparison.Ordinal))!;
        (staged["rawPath"], staged["requestContext"]!["stage"]) = ("/live/distributions/", "live");
        (staged["body"], staged["isBase64Encoded"]) = (request, false);

        var (answer, scope) = Invoke(staged.ToJsonString());

        Assert.Equal(
            """{"statusCode":202,"headers":{"Content-Type":"application/json","Cache-Control":"no-store","Location":"/live/distributions/api-JKJaXmPLvHcESHA_"},"body":"{\"run\":\"api-JKJaXmPLvHcESHA_\",\"execution\":1,\"action\":\"distribute\",\"links\":{\"self\":{\"method\":\"GET\",\"href\":\"/live/distributions/api-JKJaXmPLvHcESHA_\"},\"stop\":{\"method\":\"DELETE\",\"href\":\"/live/distributions/api-JKJaXmPLvHcESHA_\"}}}","isBase64Encoded":false}""",
            answer);
        Assert.Equal("api-JKJaXmPLvHcESHA_", scope.Run);
    }

    [Fact]
    public void Failure_is_answered_without_details_and_handed_to_the_log_whole()
    {
        _states.Breaks = new InvalidOperationException("secret");

        var (answer, scope) = Invoke(Event.Replace("text/plain", "application/json", StringComparison.Ordinal).Replace("POST", "GET", StringComparison.Ordinal)
            .Replace("\"rawPath\":\"/distributions\"", "\"rawPath\":\"/distributions/web-1\"", StringComparison.Ordinal).Replace("e30=", "", StringComparison.Ordinal));

        Assert.Equal(500, (int)JsonNode.Parse(answer)!["statusCode"]!);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Equal(("web-1", "secret"), (scope.Run, scope.Failure?.Message));
    }

    [Theory]
    [InlineData("2.0", "1.0", "The payload's version is '1.0'. Set the integration's PayloadFormatVersion to 2.0.")]
    [InlineData("e30=", "e30", "The payload's body is said to be Base64, and is not.")]
    public void Event_that_API_Gateway_would_not_send_is_refused_by_name(string part, string other, string message) =>
        Assert.Equal(message, Assert.Throws<BadPayloadException>(() => Invoke(Event.Replace(part, other, StringComparison.Ordinal))).Message);

    public void Dispose()
    {
        _http.Dispose();
        _states.Dispose();
    }

    private (string Answer, StepScope Scope) Invoke(string payload) => _clock.Run(async () =>
    {
        var scope = StepScope.Unknown;
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        using var answer = new StreamReader(await _row.InvokeAsync(input, known => scope = known, CancellationToken.None));
        return (await answer.ReadToEndAsync(), scope);
    });

    /// <summary>Knows no execution and starts any.</summary>
    private sealed class StepFunctionsOfOne : HttpMessageHandler
    {
        internal Exception? Breaks { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Breaks is not null)
            {
                throw Breaks;
            }

            var starts = request.Headers.GetValues("X-Amz-Target").Single().EndsWith("StartExecution", StringComparison.Ordinal);
            return Task.FromResult(new HttpResponseMessage(starts ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.BadRequest)
            {
                Content = new StringContent(starts ? """{"executionArn":"arn","startDate":1}""" : """{"__type":"ExecutionDoesNotExist","message":"Execution Does Not Exist"}"""),
            });
        }
    }
}
