using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Execution;

namespace Amicast.WorkflowTests;

/// <summary>Data stay small: one image in 30 Regions, shared with 500 accounts.</summary>
public sealed class ScaleTests
{
    private const int MostEvents = 8_000;
    private const int MostStateData = 64 * 1024;

    // With 16 KiB of user data, which base64 makes a third longer.
    private const int MostStateDataWithUserData = 128 * 1024;

    // The Cause of a failed execution, which is the report, has at most so many characters (Step Functions API reference, HistoryEvent).
    private const int MostCause = 32_768;

    private static readonly string MostUserData = new('u', 16 * 1024);

    /// <summary>What each property adds to the request; a property whose data stand in the state belongs here.</summary>
    public static TheoryData<string> Additions => new(
        "{}",
        """{ "image": { "name": "web", "tags": { "Role": "web" }, "blockDevices": [ { "device": "/dev/sdf", "deleteOnTermination": true } ] } }""",
        $$"""{ "launch": { "template": { "name": "web" }, "overrides": { "userData": "{{MostUserData}}" } } }""",
        $$"""{ "launch": {}, "launchTemplate": { "name": "new", "create": { "instanceType": "t3.micro", "userData": "{{MostUserData}}" }, "parameter": "/amicast/new/latest" } }""");

    [Theory]
    [MemberData(nameof(Additions))]
    public void Thirty_Regions_and_500_accounts_stay_within_Step_Functions_limits(string addition)
    {
        var (end, events, bytes) = Run(ManyRegions.Request(request => Add(request, addition)));

        Assert.Equal((RunState.Succeeded, ManyRegions.Regions), (end.State, end.Regions.Count));
        Assert.All(end.Regions, region => Assert.Equal(ManyRegions.Accounts, region.Permissions!.Image.Asked));
        Assert.InRange(events, 1, MostEvents);
        Assert.InRange(bytes, 1, addition.Contains(MostUserData, StringComparison.Ordinal) ? MostStateDataWithUserData : MostStateData);
        Assert.InRange(JsonSerializer.Serialize(end, AmicastJson.Default.Report).Length, 1, MostCause);
    }

    [Fact]
    public void Thirty_Regions_with_keys_of_their_own_stay_within_Step_Functions_limits()
    {
        var (end, events, bytes) = Run(ManyRegions.Request(request =>
        {
            foreach (var destination in request["destinations"]!.AsArray())
            {
                destination!["kmsKeyId"] = "alias/ami";
                destination["copyWithinMinutes"] = 60;
            }
        }));

        Assert.Equal(RunState.Succeeded, end.State);
        Assert.InRange(events, 1, MostEvents);
        Assert.InRange(bytes, 1, MostStateData);
    }

    [Theory]
    [InlineData(FaultKind.Stalls)]
    [InlineData(FaultKind.Jumps)]
    public void Thirty_Regions_whose_copies_stall_or_show_nothing_stay_within_Step_Functions_limits(FaultKind kind)
    {
        var (end, events, _) = Run(ManyRegions.Request(), new FaultPlan([new FaultRule(kind) { Operation = "CopyImage" }]));

        Assert.Equal(RunState.Succeeded, end.State);
        Assert.InRange(events, 1, MostEvents);
    }

    private static (Report End, int Events, int Bytes) Run(string request, FaultPlan? faults = null)
    {
        var payloads = new LargestPayload();
        var rehearsal = new Rehearsal(account: ManyRegions.Account(), faults: faults, around: (steps, _) => payloads.Around(steps));
        var report = rehearsal.Report(request);
        return (report, rehearsal.Events, payloads.Bytes);
    }

    private static void Add(JsonNode request, string addition)
    {
        foreach (var (name, value) in JsonNode.Parse(addition)!.AsObject())
        {
            request[name] = value?.DeepClone();
        }
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
