using System.Text.Json.Nodes;
using Amicast.Simulator.Account;
using Amicast.Simulator.Events;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Events;

public sealed class PutEventsTests
{
    [Fact]
    public void An_event_that_is_put_reaches_who_listens_as_a_rules_target_is_given_it_and_the_answer_has_its_id()
    {
        var document = AccountDocument.Parse(World.SmallAccount);
        var clock = new VirtualClock(document.StartsAt);
        var put = new List<CloudEvent>();
        var listener = new Listener();
        var cloud = new SimulatedCloud(clock, new Chance(1), document) { OnEventPut = put.Add, Events = listener };
        using var client = new HttpClient(cloud.CreateHandler());

        var answer = clock.Run(() => PutAsync(client, """{"Entries":[{"Source":"shop","DetailType":"Sold","Detail":"{\"what\":\"web\"}","Time":1763776800.5,"Resources":["arn:aws:x"]}]}"""));

        var heard = Assert.Single(put);
        Assert.Equal($$"""{"FailedEntryCount":0,"Entries":[{"EventId":"{{heard.Id}}"}]}""", answer);
        Assert.Equal(
            $$$"""{"version":"0","id":"{{{heard.Id}}}","detail-type":"Sold","source":"shop","account":"123456789012","time":"2025-11-22T02:00:00Z","region":"us-east-1","resources":["arn:aws:x"],"detail":{"what":"web"}}""",
            heard.ToJson().ToJsonString());
        Assert.Same(heard, Assert.Single(listener.Events));
    }

    private static async Task<string> PutAsync(HttpClient client, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://aws.local/") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=any/20251122/us-east-1/events/aws4_request, SignedHeaders=host, Signature=00");
        request.Headers.Add("X-Amz-Target", "AWSEvents.PutEvents");
        using var response = await client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString();
    }
}
