using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests.Announcements;

/// <summary>What becomes of the completion event when announcing fails, or happens twice.</summary>
public sealed class AnnounceTroubleTests
{
    private const string ExecutionArn = "arn:aws:states:us-east-1:000000000000:execution:amicast:run-1";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_event_that_is_refused_is_put_again_a_minute_later_and_two_minutes_after_that(int times)
    {
        var rehearsal = new AnnouncedRehearsal(new FaultPlan([new FaultRule(FaultKind.Throttle) { Operation = "PutEvents", Count = times }]));

        rehearsal.Run();

        Assert.Single(rehearsal.Events);
        Assert.Single(rehearsal.Metrics);
        Assert.Empty(rehearsal.Lost);
    }

    [Fact]
    public void An_event_that_is_refused_three_times_is_a_dead_letter()
    {
        var rehearsal = new AnnouncedRehearsal(new FaultPlan([new FaultRule(FaultKind.Throttle) { Operation = "PutEvents" }]));

        rehearsal.Run();

        Assert.Empty(rehearsal.Events);
        Assert.Empty(rehearsal.Metrics);
        var (execution, error) = Assert.Single(rehearsal.Lost);
        Assert.Equal(ExecutionArn, execution);
        Assert.StartsWith("EventBridgeException: {\"errorType\":\"EventBridgeException\",\"errorMessage\":\"PutEvents: ThrottlingException: Rate exceeded\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_is_lost_makes_two_events_with_one_id()
    {
        var rehearsal = new AnnouncedRehearsal(new FaultPlan([new FaultRule(FaultKind.LostAnswer) { Operation = "PutEvents", Count = 1 }]));

        rehearsal.Run();

        Assert.Equal(2, rehearsal.Events.Count);
        Assert.NotEqual(rehearsal.Events[0].Id, rehearsal.Events[1].Id);
        Assert.Equal(rehearsal.Events[0].Detail.ToJsonString(), rehearsal.Events[1].Detail.ToJsonString());
    }

    [Fact]
    public void A_Region_that_is_down_does_not_keep_the_end_of_a_stopped_run_from_being_announced()
    {
        var down = new FaultRule(FaultKind.RegionDown) { Region = "ap-southeast-2", From = TimeSpan.FromMinutes(11) };
        var rehearsal = new AnnouncedRehearsal(new FaultPlan([down]));

        rehearsal.Run(stopAfter: TimeSpan.FromMinutes(12));

        var report = Assert.Single(rehearsal.Events).Detail["report"]!;
        Assert.NotNull(report["regions"]![2]!["unseen"]);
        Assert.Equal("pending", report["regions"]![2]!["image"]!["state"]!.GetValue<string>());
    }

    [Fact]
    public void What_a_stopped_step_made_without_recording_it_is_in_the_report()
    {
        // CopyImage's answer never comes, and the execution is stopped while it waits.
        var hangs = new FaultRule(FaultKind.HangAfter) { Operation = "CopyImage", Region = "eu-central-1", Count = 1 };
        var rehearsal = new AnnouncedRehearsal(new FaultPlan([hangs]));

        rehearsal.Run(stopAfter: TimeSpan.FromMinutes(7));

        var copy = Assert.Single(rehearsal.Rehearsal.Inspect().Regions["eu-central-1"].Images);
        var region = Assert.Single(rehearsal.Events).Detail["report"]!["regions"]![1]!;
        Assert.Equal((copy.Id, "CopyImage", "Unfinished"), (region["image"]!["imageId"]!.GetValue<string>(), region["failure"]!["step"]!.GetValue<string>(), region["failure"]!["error"]!.GetValue<string>()));
    }
}
