using Amicast.Reports;
using Amicast.Simulator;
using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests.Waiting;

/// <summary>Waiting in whole runs, through the definition: how soon ends are noticed, and at how many looks.</summary>
public sealed class WholeRunTests
{
    // From the end of a look to the next: the definition's states, two calls, and the wait.
    private static readonly TimeSpan States = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(null)]
    [InlineData(FaultKind.Jumps)]
    [InlineData(FaultKind.Stalls)]
    [InlineData(FaultKind.SnapshotsShownLate)]
    public void Copies_are_looked_at_no_more_than_25_times_and_their_end_is_noticed_within_two_minutes(FaultKind? kind)
    {
        foreach (var seed in Enumerable.Range(1, 10))
        {
            var faults = kind is { } trouble ? new FaultPlan([new FaultRule(trouble) { Operation = "CopyImage" }]) : FaultPlan.None;
            var rehearsal = new Rehearsal(seed, faults: faults);

            var report = rehearsal.Report(Rehearsal.MoveInstance);

            Assert.Equal(RunState.Succeeded, report.State);
            foreach (var looks in new[] { LooksAt(rehearsal, "eu-central-1"), LooksAt(rehearsal, "ap-southeast-2") })
            {
                Assert.InRange(looks.Count, 2, 25);
                // The end lies between the last two looks.
                Assert.True(looks[^1].At - looks[^2].At <= TimeSpan.FromMinutes(2) + States, $"seed {seed}: {looks[^2].At:T} to {looks[^1].At:T}");
            }
        }
    }

    [Fact]
    public void Instances_are_verified_within_half_a_minute_of_their_checks_at_few_looks()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var rehearsal = new Rehearsal(seed);

            rehearsal.Report(Rehearsal.MoveInstance);

            foreach (var region in new[] { "eu-central-1", "ap-southeast-2" })
            {
                var looks = rehearsal.Account.Calls.Where(call => call.Region == region && call.Operation == "DescribeInstanceStatus").ToList();
                Assert.InRange(looks.Count, 1, 12);
                Assert.All(looks.Zip(looks.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At <= TimeSpan.FromSeconds(25) + States));
            }
        }
    }

    private static List<CallRecord> LooksAt(Rehearsal rehearsal, string region)
    {
        var copied = rehearsal.Account.Calls.Single(call => call.Region == region && call is { Operation: "CopyImage", Outcome: CallRecord.Succeeded });
        return [.. rehearsal.Account.Calls.Where(call => call.Region == region && call.Operation == "DescribeImages" && call.At > copied.At && call.Parameters.ContainsKey("ImageId.1"))];
    }
}
