using System.Text.Json.Nodes;
using Amicast.Local;
using Amicast.Simulator.Account;

namespace Amicast.WorkflowTests.Plans;

/// <summary>However many Regions there are, a plan is quick and changes nothing.</summary>
public sealed class PlanRoundsTests
{
    private const int Regions = 20;
    private const int MostCallsARegion = 25;
    private const int MostRounds = 3;

    /// <summary>What is added to the request, for every Region and for each destination, and how many problems a Region has then.</summary>
    public static TheoryData<string, string, int> Additions => new()
    {
        { "{}", "{}", 0 },
        {
            """
            { "image": { "name": "web-{tag:Name}", "blockDevices": [ { "device": "/dev/sdf", "exclude": true } ] },
              "launch": { "overrides": { "instanceType": "t3.small", "keyName": "web" }, "keep": false },
              "launchTemplate": { "name": "web", "parameter": "/amicast/web/latest" } }
            """,
            """{ "kmsKeyId": "alias/ami", "copyWithinMinutes": 30 }""",
            0
        },
        {
            """{ "launch": { "template": { "name": "webb" }, "overrides": { "instanceType": "t3.smal", "keyName": "wep", "subnetId": "subnet-00000000", "securityGroupIds": ["sg-00000000"] } } }""",
            """{ "kmsKeyId": "alias/amj" }""",
            6
        },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_plan_over_20_Regions_takes_three_rounds_of_parallel_reads_and_at_most_25_calls_a_Region(string shared, string own, int problems)
    {
        var world = new PlanWorld(Account());

        var plan = world.Plan(Request(shared, own));

        Assert.Equal(problems * (Regions + 1), plan.Problems.Count);
        Assert.All(world.Account.Calls, call => Assert.True(IsRead(call.Operation), $"{call.Operation} is no read"));
        Assert.All(world.Account.Calls.GroupBy(call => call.Region), region => Assert.InRange(region.Count(), 1, MostCallsARegion));
        Assert.Equal(Regions + 1, world.Account.Calls.Select(call => call.Region).Distinct().Count());
        // All calls of a round take effect at the same moment, half a call after it began.
        var start = LocalCloud.ExampleAccount.StartsAt;
        var moments = world.Account.Calls.Select(call => call.At).Distinct().ToList();
        Assert.Equal(Enumerable.Range(0, MostRounds).Select(round => start + PlanWorld.Half * (2 * round + 1)), moments);
    }

    private static bool IsRead(string operation) =>
        operation.StartsWith("Describe", StringComparison.Ordinal) || operation.StartsWith("Get", StringComparison.Ordinal) || operation.StartsWith("List", StringComparison.Ordinal);

    private static AccountDocument Account()
    {
        var example = LocalCloud.ExampleAccount;
        var model = example.Regions.Single(region => region.Name == "eu-central-1");
        return example with { Regions = [example.Regions.Single(region => region.Name == "us-east-1"), .. Enumerable.Range(1, Regions).Select(i => Another(model, i))] };
    }

    private static RegionDocument Another(RegionDocument model, int number) => model with
    {
        Name = $"xx-test-{number}",
        AvailabilityZones = [$"xx-test-{number}a"],
        Images = [.. model.Images.Select(image => image with { ImageId = $"ami-{number:x17}" })],
        LaunchTemplates = [.. model.LaunchTemplates.Select(template => template with
        {
            Versions = [.. template.Versions.Select(version => version with { ImageId = $"ami-{number:x17}" })],
        })],
    };

    private static string Request(string shared, string own)
    {
        var request = JsonNode.Parse(Rehearsal.MoveInstance)!.AsObject();
        Merge(request, JsonNode.Parse(shared)!.AsObject());
        request["destinations"] = new JsonArray([.. Enumerable.Range(0, Regions + 1).Select(i => Destination(i, own))]);
        return request.ToJsonString();
    }

    private static JsonObject Destination(int number, string own)
    {
        var destination = JsonNode.Parse(own)!.AsObject();
        destination["region"] = number == 0 ? "us-east-1" : $"xx-test-{number}";
        if (number == 0)
        {
            destination.Remove("copyWithinMinutes");
        }

        return destination;
    }

    private static void Merge(JsonObject into, JsonObject what)
    {
        foreach (var (name, value) in what)
        {
            if (value is JsonObject block && into[name] is JsonObject there)
            {
                Merge(there, block);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }
}
