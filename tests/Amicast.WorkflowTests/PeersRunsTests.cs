using Amicast.Reports;
using Amicast.Simulator;
using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests;

/// <summary>What users of other tools lost time on when runs met each other or failed half way, each named after the issue that tells of it.</summary>
public sealed class PeersRunsTests
{
    private static readonly string[] Protecting = ["EnableImageDeprecation", "EnableImageDeregistrationProtection", "DisableImage"];

    [Theory]
    [InlineData("run-1", "run-2")]
    [InlineData("run-2", "run-1")]
    public void Coreos_assembler_two_runs_that_race_for_one_name_make_one_image_and_the_loser_says_whose_it_is(string first, string second)
    {
        var rehearsal = new Rehearsal();

        var reports = rehearsal.ReportAll((first, Rehearsal.MoveInstance), (second, Rehearsal.MoveInstance));

        var (winner, loser) = (reports.Single(report => report.State == RunState.Succeeded), reports.Single(report => report.State == RunState.Failed));
        Assert.Equal("NameTaken", loser.Failure!.Error);
        Assert.Contains(winner.Image!.ImageId, loser.Failure.Message, StringComparison.Ordinal);
        Assert.All(rehearsal.Inspect().Regions.Values.Where(region => region.Images.Count > 0), region => Assert.Equal(winner.Run, Assert.Single(region.Images).Tags["amicast:run"]));
    }

    [Fact]
    public void Packer_plugin_amazon_nothing_is_deprecated_or_protected_that_a_later_failure_would_have_to_clean_up()
    {
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage" }]));

        Assert.Equal(RunState.Failed, rehearsal.Report(Rehearsal.MoveInstance).State);
        Assert.DoesNotContain(rehearsal.Account.Calls, call => Protecting.Contains(call.Operation));
    }

    [Fact]
    public void Packer_1533_the_same_run_again_does_only_what_had_failed()
    {
        var fault = new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1", Count = 1 };
        var first = new Rehearsal(faults: new FaultPlan([fault]));
        var failed = first.Report(Rehearsal.MoveInstance);
        var again = new Rehearsal(account: first.Account.Save());

        var report = again.Report(Rehearsal.MoveInstance);

        Assert.Equal((RunState.Failed, "eu-central-1"), (failed.State, failed.Regions.Single(region => !region.Succeeded).Region));
        Assert.Equal(RunState.Succeeded, report.State);
        Assert.Equal(
            failed.Regions.Where(region => region.Succeeded).Select(region => (region.Region, region.Image!.ImageId)),
            report.Regions.Where(region => region.Region != "eu-central-1").Select(region => (region.Region, region.Image!.ImageId)));
        Assert.Equal(["CopyImage eu-central-1", "RunInstances eu-central-1"], again.Account.Calls.Where(Makes).Select(call => $"{call.Operation} {call.Region}"));
    }

    private static bool Makes(CallRecord call) => call.Operation is "CreateImage" or "CopyImage" or "RunInstances";
}
