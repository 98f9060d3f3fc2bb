using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amicast.Local;
using Amicast.Reports;
using Amicast.Simulator.Account;
using Amicast.StatesLanguage.Execution;

namespace Amicast.WorkflowTests;

/// <summary>Data stay small: one image in 30 Regions, shared with 500 accounts.</summary>
public sealed class ScaleTests
{
    private const int Regions = 30;
    private const int Accounts = 500;
    private const int MostEvents = 8_000;
    private const int MostStateData = 64 * 1024;

    // The Cause of a failed execution, which is the report, has at most so many characters (Step Functions API reference, HistoryEvent).
    private const int MostCause = 32_768;

    [Fact]
    public void Thirty_Regions_and_500_accounts_stay_within_Step_Functions_limits()
    {
        var payloads = new LargestPayload();
        var rehearsal = new Rehearsal(account: Account(), around: (steps, _) => payloads.Around(steps));

        var end = rehearsal.Run(Request());

        Assert.Equal((RunState.Succeeded, Regions), (end.Report!.State, end.Report.Regions.Count));
        Assert.All(end.Report.Regions, region => Assert.Equal(Accounts, region.Permissions!.Image.Asked));
        Assert.InRange(rehearsal.Events, 1, MostEvents);
        Assert.InRange(payloads.Bytes, 1, MostStateData);
        Assert.InRange(JsonSerializer.Serialize(end.Report, AmicastJson.Default.Report).Length, 1, MostCause);
    }

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

    private static string Request()
    {
        var request = JsonNode.Parse(Rehearsal.MoveInstance)!;
        request["destinations"] = new JsonArray([.. Enumerable.Range(1, Regions).Select(i => new JsonObject { ["region"] = $"xx-test-{i}" })]);
        request["share"]!["accounts"] = new JsonArray([.. Enumerable.Range(0, Accounts).Select(i => JsonValue.Create($"{100_000_000_000 + i}"))]);
        return request.ToJsonString();
    }

    private sealed class LargestPayload
    {
        internal int Bytes { get; private set; }

        internal ITaskInvoker Around(ITaskInvoker steps) => new Measured(steps, this);

        private sealed class Measured(ITaskInvoker steps, LargestPayload largest) : ITaskInvoker
        {
            public Task<string> InvokeAsync(TaskInvocation invocation)
            {
                largest.Bytes = Math.Max(largest.Bytes, Encoding.UTF8.GetByteCount(invocation.Input));
                return steps.InvokeAsync(invocation);
            }
        }
    }
}
