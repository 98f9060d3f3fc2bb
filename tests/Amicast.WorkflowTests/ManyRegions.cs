using System.Text.Json.Nodes;
using Amicast.Local;
using Amicast.Simulator.Account;

namespace Amicast.WorkflowTests;

/// <summary>One image for 30 Regions, shared with 500 accounts.</summary>
internal static class ManyRegions
{
    internal const int Regions = 30;
    internal const int Accounts = 500;

    /// <summary>The example's account with 30 more Regions like eu-central-1.</summary>
    internal static AccountDocument Account()
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

    /// <summary>The main job to all of them.</summary>
    /// <param name="change">What a property adds to the request.</param>
    internal static string Request(Action<JsonNode>? change = null)
    {
        var request = JsonNode.Parse(Rehearsal.MoveInstance)!;
        request["destinations"] = new JsonArray([.. Enumerable.Range(1, Regions).Select(i => new JsonObject { ["region"] = $"xx-test-{i}" })]);
        request["share"]!["accounts"] = new JsonArray([.. Enumerable.Range(0, Accounts).Select(i => JsonValue.Create($"{100_000_000_000 + i}"))]);
        change?.Invoke(request);
        return request.ToJsonString();
    }
}
