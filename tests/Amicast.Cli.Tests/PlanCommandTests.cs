using System.Text.Json;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary><c>amicast plan</c> as a user meets it.</summary>
public sealed class PlanCommandTests
{
    private const string MoveInstance = "examples/move-instance.json";

    [Fact]
    public async Task A_plan_before_doing_says_what_would_be_made_where_and_how_long_it_takes()
    {
        var plan = await CommandProcess.RunAsync("plan", MoveInstance);

        Assert.Equal((0, ""), (plan.ExitCode, plan.Error));
        Assert.DoesNotContain(plan.Output, c => char.IsControl(c) && c != '\n');
        Approved.Check("plan-move-instance.txt", plan.Output);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_document()
    {
        var plan = await CommandProcess.RunAsync("plan", MoveInstance, "--json");

        Assert.Equal((0, ""), (plan.ExitCode, plan.Error));
        Approved.Check("plan-move-instance.json", plan.Output);
    }

    [Fact]
    public async Task What_is_planned_is_what_the_run_of_the_same_seed_makes()
    {
        var plan = await CommandProcess.RunAsync("plan", MoveInstance, "--seed", "7", "--json");
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--seed", "7", "--speed", "max", "--json");

        using var planned = JsonDocument.Parse(plan.Output);
        using var made = JsonDocument.Parse(run.Output);
        Assert.Equal(made.RootElement.GetProperty("run").GetString(), planned.RootElement.GetProperty("run").GetString());
        Assert.Equal(
            made.RootElement.GetProperty("regions").EnumerateArray().Select(r => $"{r.GetProperty("region")} {r.GetProperty("image").GetProperty("name")}"),
            planned.RootElement.GetProperty("regions").EnumerateArray().Select(r => $"{r.GetProperty("region")} {r.GetProperty("planned").GetProperty("image").GetProperty("name")}"));
    }

    [Fact]
    public async Task A_bad_request_exits_with_2_and_every_problem_then_what_is_worth_knowing()
    {
        using var request = new TemporaryFile(
            """
            { "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "destinations": [ { "region": "us-east-1" }, { "region": "eu-cental-1" } ],
              "share": { "accounts": ["111122223333"] }, "timeoutMinutes": 5 }
            """);

        var plan = await CommandProcess.RunAsync("plan", request.Path);

        Assert.Equal(
            (2, "", $"""
            {request.Name}: 2 problems; nothing was made.
            $.destinations[1].region: UnknownRegion: 'eu-cental-1' is not a Region of this account; did you mean 'eu-central-1'?
            $.share: NotYourImage: ami-0a1b2c3d4e5f60001 in us-east-1 is amazon's: only its owner gives permissions on it; give the source Region "share": null, or leave it out of the destinations: copies are this account's own

            """),
            (plan.ExitCode, plan.Output, plan.Error));
    }

    [Fact]
    public async Task A_bad_request_with_json_exits_with_2_and_the_problems_stand_in_the_document()
    {
        using var request = new TemporaryFile("""{ "source": { "region": "us-east-1" } }""");

        var plan = await CommandProcess.RunAsync("plan", request.Path, "--json");

        using var document = JsonDocument.Parse(plan.Output);
        Assert.Equal((2, ""), (plan.ExitCode, plan.Error));
        Assert.Equal(
            """[{"path":"$.source.instanceId","code":"Missing","cause":"neither \u0027instanceId\u0027 nor \u0027imageId\u0027 is given","remedy":"give one of them"}]""",
            JsonSerializer.Serialize(document.RootElement.GetProperty("problems")));
    }

    [Theory]
    [InlineData("plan", """{ "run": "x\ud800" }""")]
    [InlineData("plan", """{ "x\ud800": 1 }""")]
    [InlineData("run", """{ "run": "x\ud800" }""")]
    public async Task Text_that_is_no_text_is_a_problem_like_any_other(string command, string document)
    {
        using var request = new TemporaryFile(document);

        var run = await CommandProcess.RunAsync(command, request.Path);

        Assert.Equal((2, "", "$: InvalidJson: a text has half of a surrogate pair in it; write the character whole, or leave it out\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task With_aws_it_looks_at_the_account_that_the_SDK_finds_and_tries_the_calls()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is ended by a signal.");
        await using var serve = await ServeProcess.StartAsync();

        var plan = await CommandProcess.RunOnAwsAsync(serve.Url, "plan", MoveInstance, "--aws");
        await serve.SignalAsync("INT");

        Assert.Equal((0, ""), (plan.ExitCode, plan.Error));
        Assert.EndsWith(
            """
            Not checked:
              $.share: permission for ModifyImageAttribute and ModifySnapshotAttribute in us-east-1: there is no image to try them on yet
              $.share: permission for ModifyImageAttribute and ModifySnapshotAttribute in eu-central-1: there is no image to try them on yet
              $.share: permission for ModifyImageAttribute and ModifySnapshotAttribute in ap-southeast-2: there is no image to try them on yet

            """,
            plan.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_cannot_be_looked_at_exits_with_1_and_says_why()
    {
        var plan = await CommandProcess.RunOnAwsAsync("http://127.0.0.1:9", "plan", MoveInstance, "--aws");

        Assert.Equal((1, ""), (plan.ExitCode, plan.Output));
        Assert.StartsWith("The account could not be looked at: ServiceUnavailable: DescribeRegions: no answer (", plan.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed is for the simulated account: it does not go with --aws.", "plan", MoveInstance, "--aws", "--seed", "3")]
    [InlineData("Unrecognized command or argument '--speed'.", "plan", MoveInstance, "--speed", "3")]
    [InlineData("REQUEST: UnreadableFile: Could not find file '", "plan", "no-such-file.json")]
    [InlineData("--account: Could not find file '", "plan", MoveInstance, "--account", "no-such-file.json")]
    public async Task Bad_usage_exits_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        var plan = await CommandProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (plan.ExitCode, plan.Output));
        Assert.StartsWith(message, plan.Error, StringComparison.Ordinal);
    }
}
