using System.Net;
using System.Text.Json.Nodes;
using Amicast.Local.Serving;
using Amicast.Local.Tests.Serving;

namespace Amicast.Local.Tests.Http;

public sealed class ServedApiTests
{
    [Fact]
    public async Task Over_a_real_socket_every_refusal_is_the_same_as_in_process()
    {
        using var world = new ApiWorld();
        var expected = Conversation.Refused().Select(world.Send).Select(answer => $"{answer}").ToList();
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();

        var answers = new List<string>();
        foreach (var call in Conversation.Refused())
        {
            answers.Add($"{await SendAsync(http, call)}");
        }

        Assert.Equal(expected, answers);
    }

    [Fact]
    public async Task Over_a_real_socket_a_run_is_planned_started_listed_looked_at_stopped_and_resumed()
    {
        await using var served = await ServedCloud.StartAtWallPaceAsync();
        using var http = served.Http();
        var request = Conversation.Named("web-1");
        ApiCall[] calls =
        [
            new("plan", "POST", "/distributions/plan", request),
            new("start", "POST", "/distributions", request),
            new("start again", "POST", "/distributions", request),
            new("list", "GET", "/distributions"),
            new("look", "GET", "/distributions/web-1"),
            new("stop", "DELETE", "/distributions/web-1"),
            new("resume", "POST", "/distributions/web-1/resume"),
            new("stop", "DELETE", "/distributions/web-1"),
            new("roll back", "POST", "/distributions/web-1/rollback"),
        ];

        var answers = new List<ApiAnswer>();
        foreach (var call in calls)
        {
            answers.Add(await SendAsync(http, call));
        }

        Assert.Equal([200, 202, 200, 200, 200, 200, 202, 200, 202], answers.Select(answer => answer.Status));
        Assert.All(answers, answer => Assert.Empty(new OpenApiDocument().Check(new OpenApiDocument().OperationOf(answer.Call)!, answer)));
    }

    [Fact]
    public async Task Requests_that_do_not_get_to_the_API_are_refused_in_its_own_format()
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();

        var large = await SendAsync(http, new ApiCall("over 1 MiB", "POST", "/distributions", new string(' ', LoopbackServer.LargestBody + 1)));
        using var foreign = new ApiCall("another host", "GET", "/distributions").ToRequest(new Uri(served.Url));
        foreign.Headers.Host = "amicast.example";
        using var refused = await http.SendAsync(foreign);

        Assert.Equal(413, large.Status);
        Assert.Equal(
            """{"type":"urn:amicast:problem:RequestEntityTooLarge","title":"The request did not get to the API.","status":413,"detail":"The request is larger than 1048576 bytes.","instance":"urn:amicast:request:00000000-0000-4000-8000-000000000001"}""",
            large.Body);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("application/problem+json; charset=UTF-8", refused.Content.Headers.ContentType!.ToString());
        Assert.Equal("urn:amicast:problem:AccessDenied", (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["type"]);
    }

    [Fact]
    public async Task Requests_signed_for_API_Gateway_are_the_APIs_whatever_their_path_and_those_signed_for_another_service_are_not()
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();

        var here = await ServedCloud.SendAsync(http, ServedCloud.Request("execute-api", "{}", path: "/"));
        var there = await ServedCloud.SendAsync(http, ServedCloud.Request("sqs", "{}", path: "/distributions"));

        Assert.Equal((HttpStatusCode.NotFound, "urn:amicast:problem:UnknownRoute"), (here.Status, (string?)JsonNode.Parse(here.Text)!["type"]));
        Assert.Equal((HttpStatusCode.BadRequest, "UnknownOperationException"), (there.Status, (string?)JsonNode.Parse(there.Text)!["__type"]));
    }

    [Fact]
    public async Task Starts_from_many_sockets_at_once_start_each_run_once()
    {
        await using var served = await ServedCloud.StartAsync();
        using var http = served.Http();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => SendAsync(http, new ApiCall("start", "POST", "/distributions", Conversation.Named($"web-{i % 6}")))));

        Assert.Equal([(200, 54), (202, 6)], answers.CountBy(answer => answer.Status).Select(count => (count.Key, count.Value)).Order());
    }

    private static async Task<ApiAnswer> SendAsync(HttpClient http, ApiCall call)
    {
        using var request = call.ToRequest(http.BaseAddress);
        using var response = await http.SendAsync(request);
        return await ApiAnswer.ReadAsync(call, response);
    }
}
