using Amicast.Local;
using Amicast.Reports;
using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Tests;

namespace Amicast.WorkflowTests.Templates;

/// <summary>What a launch template and its parameter are when something goes wrong, or when they are published unverified.</summary>
public sealed class PublishingFailureTests
{
    private const string Source = """ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" } """;
    private static readonly string Publish = Repository.Read("examples/publish-template.json");

    [Theory]
    [InlineData(false, "InstanceFailed")]
    [InlineData(true, "VerificationFailed")]
    public void A_failed_verification_leaves_version_default_and_parameter_as_they_were(bool impaired, string error)
    {
        var rehearsal = new Rehearsal(
            account: WithParameter("eu-central-1", "ami-0a1b2c3d4e5f60003"),
            faults: new FaultPlan([new FaultRule(FaultKind.InstanceFails) { Region = "eu-central-1", Impaired = impaired }]));
        var before = TemplatesThere.Lines(rehearsal.Inspect().Regions["eu-central-1"]).ToList();

        var report = rehearsal.Report(Publish);

        Assert.Equal(("CheckInstances", error), (report.Regions[1].Failure!.Step, report.Regions[1].Failure!.Error));
        Assert.Equal(before, TemplatesThere.Lines(rehearsal.Inspect().Regions["eu-central-1"]));
        Assert.Equal("TemplateRecord { Id = lt-0a1b2c3d4e5f60003, Name = web, BaseVersion = 2, Made = , Published =  }", $"{report.Regions[1].Template}");
        Assert.DoesNotContain(
            rehearsal.Account.Calls, call => call is { Region: "eu-central-1", Operation: "CreateLaunchTemplateVersion" or "ModifyLaunchTemplate" or "PutParameter" });
    }

    [Fact]
    public void A_parameter_that_exists_is_overwritten_keeps_its_data_type_and_the_report_says_what_it_was()
    {
        var rehearsal = new Rehearsal(account: WithParameter("eu-central-1", "ami-0a1b2c3d4e5f60003"));

        var report = rehearsal.Report(Publish);

        var image = report.Regions[1].Image!.ImageId;
        Assert.Equal(new ParameterRecord("/amicast/web/latest", 2, "ami-0a1b2c3d4e5f60003", 1), report.Regions[1].Template!.Published!.Parameter);
        Assert.Equal(
            $"eu-central-1 /amicast/web/latest = {image} (version 2, text, 'amicast run=run-1 attempt=1')",
            TemplatesThere.Lines(rehearsal.Inspect().Regions["eu-central-1"]).Last());
    }

    [Fact]
    public void A_default_version_that_somebody_else_has_moved_is_not_overwritten_and_nothing_is_published()
    {
        Rehearsal rehearsal = null!;
        rehearsal = new Rehearsal(onCall: OnFirst("RunInstances", "us-east-1", () => rehearsal.Others("us-east-1").ModifyLaunchTemplateAsync(
            new() { LaunchTemplateName = "web", DefaultVersion = "2" })));

        var report = rehearsal.Report(Publish);

        Assert.Equal(
            "PublishTemplate DefaultVersionMoved: The default version of lt-0a1b2c3d4e5f60001 (web) in us-east-1 was 1 when the run was planned, and is 2 now: somebody else has moved it, and it stays there.",
            Shown(report.Regions[0].Failure!));
        Assert.Equal(
            "us-east-1 web default 2: ami-0a1b2c3d4e5f60001 'first'; ami-0a1b2c3d4e5f60001 'smaller'",
            Assert.Single(TemplatesThere.Lines(rehearsal.Inspect().Regions["us-east-1"])));
        Assert.True(report.Regions[1].Succeeded);
    }

    [Fact]
    public void A_parameter_that_somebody_else_has_set_is_not_overwritten_and_nothing_is_published()
    {
        const string Name = "/amicast/web/latest";
        Rehearsal rehearsal = null!;
        rehearsal = new Rehearsal(onCall: OnFirst("RunInstances", "us-east-1", () => rehearsal.OthersParameters("us-east-1").PutParameterAsync(
            new() { Name = Name, Value = "theirs", Type = "String" })));

        var report = rehearsal.Report(Publish);

        Assert.Equal(
            $"PublishTemplate ParameterMoved: '{Name}' in us-east-1 was not there when the run was planned, and is version 1, 'theirs', now: somebody else has changed it, and it stays so.",
            Shown(report.Regions[0].Failure!));
        Assert.Equal(
            ["us-east-1 web default 1: ami-0a1b2c3d4e5f60001 'first'; ami-0a1b2c3d4e5f60001 'smaller'", "us-east-1 /amicast/web/latest = theirs (version 1, text, '')"],
            TemplatesThere.Lines(rehearsal.Inspect().Regions["us-east-1"]));
    }

    [Fact]
    public void A_template_that_somebody_else_makes_meanwhile_is_not_taken_over()
    {
        Rehearsal rehearsal = null!;
        rehearsal = new Rehearsal(onCall: OnFirst("CopyImage", "eu-central-1", () => rehearsal.Others("eu-central-1").CreateLaunchTemplateAsync(
            new() { LaunchTemplateName = "web-blue", LaunchTemplateData = new() { InstanceType = "m7i.large" } })));

        var report = rehearsal.Report(Repository.Read("examples/create-template.json"));

        Assert.Matches("^EnsureTemplate TemplateNameTaken: 'web-blue' is the name of lt-[0-9a-f]{17} in eu-central-1, which this run did not make\\.$", Shown(report.Regions[0].Failure!));
        Assert.Null(report.Regions[0].Template);
    }

    [Fact]
    public void Published_always_the_image_is_published_before_the_launch_and_the_report_says_that_it_is_not_verified()
    {
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.InstanceFails)]));

        var report = rehearsal.Report($$"""{ {{Source}}, "launch": { "keep": false }, "launchTemplate": { "name": "web", "publish": "always", "setDefault": false } }""");

        Assert.Equal("CheckInstances", report.Regions[0].Failure!.Step);
        Assert.Equal(new PublicationRecord(3, report.Image!.ImageId, Verified: false, DefaultBefore: 1, DefaultVersion: 1), report.Regions[0].Template!.Published);
        Assert.Equal(
            $"us-east-1 web default 1: ami-0a1b2c3d4e5f60001 'first'; ami-0a1b2c3d4e5f60001 'smaller'; {report.Image.ImageId} 'amicast run=run-1 attempt=1 previous-default=1'",
            Assert.Single(TemplatesThere.Lines(rehearsal.Inspect().Regions["us-east-1"])));
        var steps = rehearsal.Account.Calls.Select(c => c.Operation).Where(o => o is "CreateLaunchTemplateVersion" or "RunInstances");
        Assert.Equal(["CreateLaunchTemplateVersion", "RunInstances"], steps);
    }

    [Fact]
    public void Published_never_the_template_is_made_and_launched_from_and_gets_no_version()
    {
        var rehearsal = new Rehearsal();

        var report = rehearsal.Report(
            $$"""{ {{Source}}, "launch": { "verify": "running" }, "launchTemplate": { "name": "web-green", "create": { "instanceType": "t3.small" }, "publish": "never" } }""");

        Assert.Equal((RunState.Succeeded, true, null), (report.State, report.Regions[0].Template!.Made, report.Regions[0].Template!.Published));
        var there = rehearsal.Inspect().Regions["us-east-1"];
        var template = there.LaunchTemplates.Single(t => t.Name == "web-green");
        Assert.Equal((1L, null), (template.LatestVersion, template.VersionImageIds[0]));
        Assert.Equal((template.Id, (long?)1), there.Instances.Where(i => i.Tags.ContainsKey("amicast:run")).Select(i => (i.LaunchTemplateId, i.LaunchTemplateVersion)).Single());
    }

    [Fact]
    public void A_step_that_failed_after_it_had_made_the_version_is_reported_with_what_it_made()
    {
        // The parameter is never set: every PutParameter is refused.
        var rehearsal = new Rehearsal(faults: new FaultPlan([new FaultRule(FaultKind.Throttle) { Operation = "PutParameter" }]));

        var region = rehearsal.Report(Publish).Regions[0];

        Assert.Equal(("PublishTemplate", "Throttled"), (region.Failure!.Step, region.Failure.Error));
        Assert.Equal(new PublicationRecord(3, region.Image!.ImageId, Verified: true, DefaultBefore: 1, DefaultVersion: 3), region.Template!.Published);
    }

    private static Action<CallRecord> OnFirst(string operation, string region, Func<Task> act)
    {
        var done = false;
        return call =>
        {
            if (!done && call.Operation == operation && call.Region == region)
            {
                done = true;
                _ = act();
            }
        };
    }

    private static AccountDocument WithParameter(string name, string value)
    {
        var account = LocalCloud.ExampleAccount;
        return account with
        {
            Regions = [.. account.Regions.Select(region => region.Name != name ? region : region with
            {
                Parameters = [new ParameterDocument("/amicast/web/latest", [new ParameterVersionDocument(1, "String", value, "text", null, null)])],
            })],
        };
    }

    private static string Shown(ReportedFailure failure) => $"{failure.Step} {failure.Error}: {failure.Message}";
}
