using Amicast.Reports;
using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests;

/// <summary>What goes wrong, where the report says it, and what stays.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_Region_whose_copies_fail_does_not_stop_the_others_and_the_report_says_where_and_why()
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1" }));

        var end = rehearsal.Run(Rehearsal.MoveInstance);

        Assert.Equal("FAILED", end.Status);
        Assert.Equal(
            """
            us-east-1: available, 2 shared, 0 instances
            eu-central-1: failed, 0 shared, 0 instances; CheckImage ImageFailed
            ap-southeast-2: available, 2 shared, 1 instances
            """,
            Shown(end.Report!));
        Assert.Matches("^ami-[0-9a-f]{17} in eu-central-1 is failed: ", end.Report!.Regions[1].Failure!.Message);
    }

    [Fact]
    public void As_many_failed_Regions_as_the_request_tolerates_make_the_run_partial()
    {
        var request = Rehearsal.MoveInstance.Replace("\"share\"", "\"tolerateFailedRegions\": 1, \"share\"", StringComparison.Ordinal);

        var end = new Rehearsal(faults: Faults(new FaultRule(FaultKind.ImageFails) { Operation = "CopyImage", Region = "eu-central-1" })).Run(request);

        Assert.Equal(("SUCCEEDED", RunState.Partial), (end.Status, end.Report!.State));
    }

    [Fact]
    public void A_Region_that_is_down_fails_after_the_retries_and_the_report_says_that_it_could_not_be_looked_through()
    {
        var down = new FaultRule(FaultKind.RegionDown) { Region = "ap-southeast-2", From = TimeSpan.FromMinutes(1) };

        var report = new Rehearsal(faults: Faults(down)).Report(Rehearsal.MoveInstance);

        Assert.Equal(
            """
            us-east-1: available, 2 shared, 0 instances
            eu-central-1: available, 2 shared, 1 instances
            ap-southeast-2: none, 0 shared, 0 instances; CopyImage ServiceUnavailable
            """,
            Shown(report));
        Assert.NotNull(report.Regions[2].Unseen);
    }

    [Fact]
    public void What_a_killed_step_made_and_could_never_record_is_found_by_its_tags_and_reported()
    {
        // Every try of CopyImage goes through and is never answered; then looking fails for so long that the retries are used up.
        var killed = new FaultRule(FaultKind.HangAfter) { Operation = "CopyImage", Region = "eu-central-1", Count = 3 };
        var blind = new FaultRule(FaultKind.Throttle)
        {
            Operation = "DescribeImages", Region = "eu-central-1", From = TimeSpan.FromMinutes(7), Until = TimeSpan.FromMinutes(22),
        };
        var rehearsal = new Rehearsal(faults: Faults(killed, blind));

        var region = rehearsal.Report(Rehearsal.MoveInstance).Regions[1];

        var copy = Assert.Single(rehearsal.Inspect().Regions["eu-central-1"].Images);
        Assert.Equal(("CopyImage", "Throttled"), (region.Failure!.Step, region.Failure.Error));
        Assert.Equal((copy.Id, copy.Name, 1), (region.Image!.ImageId, region.Image.Name, region.Image.Attempt));
        Assert.Equal(copy.SnapshotIds, region.Image.Snapshots);
    }

    [Fact]
    public void Snapshots_of_an_image_that_failed_before_there_were_Regions_are_in_the_report()
    {
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.ImageFails) { Operation = "CreateImage" }, new FaultRule(FaultKind.SnapshotsShownLate)));

        var report = rehearsal.Report(Rehearsal.MoveInstance);

        var left = rehearsal.Inspect().Regions["us-east-1"].Snapshots.Where(snapshot => snapshot.Tags.ContainsKey("amicast:run")).Select(snapshot => snapshot.Id);
        Assert.Equal(("CheckImage", "ImageFailed"), (report.Failure!.Step, report.Failure.Error));
        Assert.Equal($"us-east-1: {string.Join(", ", left.Order(StringComparer.Ordinal))}", string.Join("; ", report.Others!.Select(other => $"{other.Region}: {string.Join(", ", other.Resources)}")));
    }

    [Fact]
    public void Instances_that_EC2_has_forgotten_by_the_end_of_the_run_are_reported_as_terminated()
    {
        var request = Rehearsal.MoveInstance.Replace("\"share\"", "\"timeoutMinutes\": 300, \"share\"", StringComparison.Ordinal);
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.NeverCompletes) { Operation = "CopyImage", Region = "ap-southeast-2" }));
        rehearsal.Cloud.Engine.Observe((execution, happened) =>
        {
            if (happened is { Type: "TaskStateExited", Details.Name: "CheckInstances" })
            {
                _ = TerminateAsync(rehearsal, "eu-central-1");
            }
        });

        var report = rehearsal.Report(request);

        Assert.Empty(rehearsal.Inspect().Regions["eu-central-1"].Instances);
        Assert.Equal("terminated", Assert.Single(report.Regions[1].Instances).State);
    }

    private static async Task TerminateAsync(Rehearsal rehearsal, string region)
    {
        await Task.Delay(TimeSpan.FromMinutes(30), rehearsal.Cloud.Clock);
        await rehearsal.Others(region).TerminateInstancesAsync(new() { InstanceIds = [.. rehearsal.Inspect().Regions[region].Instances.Select(instance => instance.Id)] });
    }

    [Theory]
    [InlineData(false, "InstanceFailed")]
    [InlineData(true, "VerificationFailed")]
    public void Instances_that_die_or_never_pass_their_checks_fail_their_Region(bool impaired, string error)
    {
        var rule = new FaultRule(FaultKind.InstanceFails) { Region = "eu-central-1", Impaired = impaired };

        var report = new Rehearsal(faults: Faults(rule)).Report(Rehearsal.MoveInstance);

        Assert.Equal(("CheckInstances", error), (report.Regions[1].Failure!.Step, report.Regions[1].Failure!.Error));
        Assert.All([report.Regions[0], report.Regions[2]], region => Assert.True(region.Succeeded));
    }

    [Fact]
    public void An_image_that_never_completes_ends_the_run_at_its_deadline()
    {
        var request = Rehearsal.MoveInstance.Replace("\"share\"", "\"timeoutMinutes\": 30, \"share\"", StringComparison.Ordinal);
        var rehearsal = new Rehearsal(faults: Faults(new FaultRule(FaultKind.NeverCompletes) { Operation = "CreateImage" }));

        var report = rehearsal.Report(request);

        Assert.Equal((RunState.Failed, "CheckImage", "DeadlinePassed"), (report.State, report.Failure!.Step, report.Failure.Error));
        Assert.Equal("pending", report.Image!.State);
        Assert.InRange(rehearsal.Cloud.Clock.Elapsed, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(33));
    }

    [Fact]
    public void A_Region_without_capacity_fails_after_the_retries_by_that_name()
    {
        var report = new Rehearsal(faults: Faults(new FaultRule(FaultKind.NoCapacity) { Region = "eu-central-1" })).Report(Rehearsal.MoveInstance);

        Assert.Equal(("LaunchInstances", "InsufficientCapacity"), (report.Regions[1].Failure!.Step, report.Regions[1].Failure!.Error));
    }

    [Fact]
    public void Everything_wrong_with_a_request_is_reported_at_once_in_the_order_of_the_document_and_nothing_is_made()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(
            """
            {
              "source": { "region": "us-east-1", "instanceId": "i-00000000deadbeef0" },
              "image": { "name": "web-{date}" },
              "destinations": [ { "region": "us-east-1" }, { "region": "eu-cental-1" } ],
              "share": { "accounts": ["11112222333"] },
              "lanch": { "template": { "name": "web" } }
            }
            """);

        Assert.Equal(
            """
            $.source.instanceId: UnknownInstance: there is no instance 'i-00000000deadbeef0' in us-east-1; check the id and the source Region
            $.destinations[1].region: UnknownRegion: 'eu-cental-1' is not a Region of this account; did you mean 'eu-central-1'?
            $.share.accounts[0]: InvalidAccountId: '11112222333' is not an AWS account id; an account id has 12 digits, written as text
            $.lanch: UnknownProperty: 'lanch' is not a property here; did you mean 'launch'?
            """,
            report.Failure!.Message);
        Assert.Equal(("Plan", "InvalidRequest"), (report.Failure.Step, report.Failure.Error));
        Assert.All(rehearsal.Account.Calls, call => Assert.True(Reads.Is(call), call.Operation));
    }

    [Theory]
    [InlineData("\"us-east-1\"", "\"af-south-1\"", "$.source.region: RegionNotOptedIn: the account has not opted in to 'af-south-1'; enable the Region in the account's settings, or take it out")]
    [InlineData("{ \"name\": \"web\" }", "{ \"name\": \"wep\" }", "$.launch.template.name: UnknownLaunchTemplate: there is no launch template 'wep' in us-east-1; did you mean 'web'? Else create it there, or give the destination its own 'launch' (null: none)")]
    [InlineData("{ \"name\": \"web\" }", "{ \"name\": \"web\", \"version\": \"7\" }", "$.launch.template.version: UnknownTemplateVersion: launch template 'web' in us-east-1 has no version '7'; use a version that it has, \"$Latest\" or \"$Default\"")]
    [InlineData("web-{date}", "web-{tag:Owner}", "$.image.name: UnknownTag: the source has no tag 'Owner'; tag the source, or take the token out")]
    [InlineData("{ \"source\"", "{ \"run\": \"other\", \"source\"", "$.run: RunIsNotExecution: the request names run 'other', the execution is named 'run-1'; give the execution the run's name, or leave 'run' out")]
    public void What_only_the_account_can_tell_is_found_before_anything_is_made(string written, string instead, string expected)
    {
        const string Request = """{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" }, "launch": { "template": { "name": "web" } } }""";
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(Request.Replace(written, instead, StringComparison.Ordinal));

        Assert.Equal(expected, report.Failure!.Message);
        Assert.All(rehearsal.Account.Calls, call => Assert.True(Reads.Is(call), call.Operation));
    }

    [Fact]
    public void A_name_that_another_image_has_is_found_before_anything_is_made()
    {
        const string Request = """{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web" } }""";
        var rehearsal = new Rehearsal();
        rehearsal.Report(Request, "run-1");

        var second = rehearsal.Report(Request, "run-2");

        Assert.Matches("^\\$\\.image\\.name: NameTaken: 'web' is the name of ami-[0-9a-f]{17} in us-east-1; choose another name", second.Failure!.Message);
    }

    [Theory]
    [InlineData("[]", "$: WrongType: a list is not an object; write an object")]
    [InlineData("7", "$: WrongType: 7 is not an object; write an object")]
    public void A_request_that_is_no_object_is_refused_like_any_other(string request, string expected) =>
        Assert.Equal(expected, new Rehearsal().Report(request).Failure!.Message);

    private static FaultPlan Faults(params FaultRule[] rules) => new(rules);

    private static string Shown(Report report) => string.Join('\n', report.Regions.Select(r =>
        $"{r.Region}: {r.Image?.State ?? "none"}, {r.Permissions?.Image.Asked ?? 0} shared, {r.Instances.Count} instances"
        + (r.Failure is { } failure ? $"; {failure.Step} {failure.Error}" : "")));
}
