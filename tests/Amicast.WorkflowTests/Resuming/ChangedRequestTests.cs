using Amicast.Simulator.Faults;

namespace Amicast.WorkflowTests.Resuming;

/// <summary>The table of <c>docs/resume.md</c>, row by row: what a resumed request may say otherwise.</summary>
public sealed class ChangedRequestTests
{
    private const string Request = """
        {
          "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" },
          "image": { "name": "web-{date}" },
          "destinations": [{ "region": "us-east-1", "launch": null, "launchTemplate": null }, { "region": "eu-central-1", "copyWithinMinutes": 30 }],
          "launch": { "template": { "name": "web" } },
          "launchTemplate": { "name": "web" },
          "share": { "accounts": ["111122223333"] },
          "timeoutMinutes": 300, "tolerateFailedRegions": 0
        }
        """;

    [Theory]
    [InlineData("300", "400")]
    [InlineData("\"tolerateFailedRegions\": 0", "\"tolerateFailedRegions\": 1, \"onFailure\": \"rollback\"")]
    [InlineData("abcdef0\"", "abcdef0\", \"afterwards\": \"keep\"")]
    [InlineData("\"111122223333\"", "\"111122223333\", \"444455556666\"")]
    [InlineData(": 30 }", ": 45 }")]
    [InlineData(": 30 }", ": 30 }, { \"region\": \"ap-southeast-2\" }")]
    public void What_may_change_changes(string was, string now)
    {
        var ended = Resume(Request, Change(Request, was, now));

        Assert.True(ended.Status == "SUCCEEDED", ended.Text);
    }

    [Theory]
    [InlineData("abcdef0\"", "abcdef0\", \"beforehand\": \"stop\"", "$.source.beforehand: SourceDiffers: what happens to the source before its image is made cannot change any more; ")]
    [InlineData("\"timeoutMinutes\"", "\"scheduledTime\": \"2026-11-20T00:00:00Z\", \"timeoutMinutes\"", "$.scheduledTime: ScheduledTimeDiffers: the run's images are named by 2026-11-22 02:00:00Z; ")]
    [InlineData("web-{date}", "web2-{date}", "$.image: ImageDiffers: the run has planned its image in eu-central-1 otherwise; ", "$.image: ImageDiffers: the run has planned its image in us-east-1 otherwise; ")]
    [InlineData(": 30 }", ": 30, \"kmsKeyId\": \"alias/ami\" }", "$.destinations[1].kmsKeyId: KeyDiffers: the run has planned its image in eu-central-1 under another key, or none; ")]
    [InlineData("\"template\": { \"name\": \"web\" } }", "\"template\": { \"name\": \"web\" }, \"count\": 2 }", "$.launch: LaunchDiffers: instances were launched in eu-central-1 by what the request said before; ")]
    [InlineData("\"launchTemplate\": { \"name\": \"web\" }", "\"launchTemplate\": { \"name\": \"web\", \"setDefault\": false }", "$.launchTemplate: LaunchTemplateDiffers: the launch template in eu-central-1 was made or looked at by what the request said before; ")]
    public void What_contradicts_what_exists_is_refused(string was, string now, params string[] expected)
    {
        var ended = Resume(Request, Change(Request, was, now));

        Assert.Equal(expected.Select(problem => $"{problem}write it as it was, or start another run"), ended.Report.Failure!.Message.Split('\n'));
    }

    [Fact]
    public void A_Region_with_something_of_the_run_is_not_taken_out()
    {
        var ended = Resume(Request, Change(Request, ", { \"region\": \"eu-central-1\", \"copyWithinMinutes\": 30 }", ""));

        Assert.Equal("$.destinations: RegionRemoved: the run has made something in eu-central-1; leave the Region in, or roll the run back", ended.Report.Failure!.Message);
    }

    [Fact]
    public void A_Region_in_which_nothing_was_made_is_taken_out()
    {
        var fault = new FaultPlan([new FaultRule(FaultKind.Throttle) { Operation = "CopyImage", Region = "eu-central-1" }]);

        Assert.Equal("SUCCEEDED", Resume(Request, Change(Request, ", { \"region\": \"eu-central-1\", \"copyWithinMinutes\": 30 }", ""), fault).Status);
    }

    [Fact]
    public void Another_source_is_refused()
    {
        var request = """{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" } }""";

        var ended = Resume(request, request.Replace("\"instanceId\": \"i-0123456789abcdef0\"", "\"imageId\": \"ami-0a1b2c3d4e5f60001\"", StringComparison.Ordinal));

        Assert.Contains("$.source.imageId: SourceDiffers: the run's source is i-0123456789abcdef0; write it as it was, or start another run", ended.Report.Failure!.Message, StringComparison.Ordinal);
    }

    private static string Change(string request, string was, string now) =>
        request.Contains(was, StringComparison.Ordinal) ? request.Replace(was, now, StringComparison.Ordinal) : throw new ArgumentException($"The request has no {was}.", nameof(was));

    private static Ended Resume(string first, string second, FaultPlan? faults = null)
    {
        var rehearsal = new Rehearsal(faults: faults, deployment: Deployment.Default with { AllowSourceStop = true });
        using var executions = new Executions(rehearsal);
        return rehearsal.Cloud.Clock.Run(async () =>
        {
            await executions.RunAsync("run-1", first);
            return await executions.RunAsync("run-1--2", second);
        });
    }
}
