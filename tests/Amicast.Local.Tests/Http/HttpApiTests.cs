using System.Text.Json;
using System.Text.Json.Nodes;
using Amicast.Reports;
using Amicast.Tests;

namespace Amicast.Local.Tests.Http;

public sealed class HttpApiTests
{
    [Fact]
    public void Life_of_a_run_is_told_answer_by_answer() => Approved.Check("life.txt", string.Concat(Conversation.Life()));

    [Fact]
    public void Every_refusal_is_a_problem_document_that_says_what_to_do()
    {
        using var world = new ApiWorld();

        Approved.Check("refusals.txt", string.Concat(Conversation.Refused().Select(world.Send)));
    }

    [Fact]
    public void Run_that_has_ended_is_told_with_its_report()
    {
        var answers = Conversation.Ends(out _);

        var ends = answers.Select(answer => JsonNode.Parse(answer.Body)!).ToList();
        Assert.Equal(["SUCCEEDED", "FAILED"], ends.Select(end => (string?)end["status"]));
        var reports = ends.Select(end => end["report"].Deserialize(AmicastJson.Default.Report)!).ToList();
        Assert.Equal([("web-1", RunState.Succeeded), ("web-2", RunState.Failed)], reports.Select(report => (report.Run!, report.State)));
        Assert.Equal(["us-east-1 done", "eu-central-1 done", "ap-southeast-2 done"], ends[0]["regions"]!.AsArray().Select(region => $"{region!["region"]} {region["standing"]}"));
        Assert.Equal(["us-east-1", "eu-central-1", "ap-southeast-2"], reports[0].Regions.Select(region => region.Region));
        Assert.StartsWith("$.source.instanceId: ", reports[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_start_many_times_at_once_starts_one_run()
    {
        using var world = new ApiWorld();

        var answers = world.SendAll(Enumerable.Repeat(new ApiCall("start", "POST", "/distributions", Conversation.Named("web-1")), 50));

        Assert.Equal([(200, 49), (202, 1)], answers.CountBy(answer => answer.Status).Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public void Looks_at_the_same_moment_see_the_same_run_as_one_look_alone()
    {
        using var world = new ApiWorld();
        world.Send(new ApiCall("start", "POST", "/distributions", Conversation.Named("web-1")));
        var look = new ApiCall("look", "GET", "/distributions/web-1");
        for (var i = 0; i < 20; i++)
        {
            world.Wait(TimeSpan.FromMinutes(2));

            var together = world.SendAll(Enumerable.Repeat(look, 20));

            Assert.Single(together.Select(answer => answer.Body).Distinct());
            Assert.Equal(world.Send(look).Body, together[0].Body);
        }
    }

    [Fact]
    public void Pages_follow_the_link_to_the_next_until_there_is_none()
    {
        using var world = new ApiWorld();
        foreach (var run in new[] { "web-1", "web-2", "web-3" })
        {
            world.Send(new ApiCall("start", "POST", "/distributions", Conversation.Named(run)));
        }

        var seen = new List<string>();
        for (string? next = "/distributions?maxResults=2&status=RUNNING"; next is not null;)
        {
            var page = JsonNode.Parse(world.Send(new ApiCall("page", "GET", next)).Body)!;
            seen.Add(string.Join(' ', page["runs"]!.AsArray().Select(run => (string?)run!["run"])));
            next = (string?)page["links"]!["next"]?["href"];
        }

        Assert.Equal(["web-3 web-2", "web-1"], seen);
    }

    [Fact]
    public void Largest_document_that_is_taken_gets_through_to_the_plan()
    {
        using var world = new ApiWorld();
        var request = Conversation.Named("web-1");

        var accepted = world.Send(new ApiCall("large", "POST", "/distributions", request + new string(' ', 245_760 - request.Length)));
        world.Wait(TimeSpan.FromHours(3));

        Assert.Equal(202, accepted.Status);
        Assert.Equal("SUCCEEDED", (string?)JsonNode.Parse(world.Send(new ApiCall("look", "GET", "/distributions/web-1")).Body)!["status"]);
    }

    [Fact]
    public void Trouble_behind_the_API_is_told_by_its_kind_and_without_details()
    {
        var answers = Conversation.Troubled().ToList();

        Approved.Check("trouble.txt", string.Concat(answers));
        Assert.All(answers, answer => Assert.DoesNotContain("secret-name", answer.Body, StringComparison.Ordinal));
    }
}
