using System.Text.Json;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>The built command as a user meets it.</summary>
public sealed class RunCommandTests
{
    private const string MoveInstance = "examples/move-instance.json";

    [Fact]
    public async Task The_main_job_exits_with_0_and_prints_what_exists_where()
    {
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approved.Check("move-instance.txt", run.Output);
    }

    [Fact]
    public async Task A_published_template_is_told_in_a_line_with_what_was_there_before()
    {
        var run = await CommandProcess.RunAsync("run", "examples/publish-template.json", "--speed", "max");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approved.Check("publish-template.txt", run.Output);
    }

    [Fact]
    public async Task Piped_it_prints_no_control_characters()
    {
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max");

        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task The_same_seed_prints_the_same_bytes_whatever_the_speed()
    {
        var first = await CommandProcess.RunAsync("run", MoveInstance, "--seed", "7", "--faults", "0.1", "--speed", "max");
        var second = await CommandProcess.RunAsync("run", MoveInstance, "--seed", "7", "--faults", "0.1", "--speed", "100000");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first, second);
        Assert.NotEqual(first.Output, (await CommandProcess.RunAsync("run", MoveInstance, "--seed", "8", "--faults", "0.1", "--speed", "max")).Output);
    }

    [Fact]
    public async Task With_json_standard_output_is_the_report_alone_and_progress_goes_to_standard_error()
    {
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--json");

        using var report = JsonDocument.Parse(run.Output);
        Assert.Equal("SUCCEEDED", report.RootElement.GetProperty("state").GetString());
        Assert.EndsWith("ap-southeast-2  done\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_request_exits_with_2_and_four_problems_with_place_code_and_remedy()
    {
        using var request = new TemporaryFile(
            """
            { "source": { "region": "us-east-1", "instanceId": "i-00000000deadbeef0" }, "image": { "name": "web-{date}" },
              "destinations": [ { "region": "eu-cental-1" } ], "share": { "accounts": ["1234"] }, "lanch": {} }
            """);

        var run = await CommandProcess.RunAsync("run", request.Path, "--speed", "max");

        Assert.Equal(
            (2, "", $"""
            {request.Name}: 4 problems; nothing was made.
            $.source.instanceId: UnknownInstance: there is no instance 'i-00000000deadbeef0' in us-east-1; check the id and the source Region
            $.destinations[0].region: UnknownRegion: 'eu-cental-1' is not a Region of this account; did you mean 'eu-central-1'?
            $.share.accounts[0]: InvalidAccountId: '1234' is not an AWS account id; an account id has 12 digits, written as text
            $.lanch: UnknownProperty: 'lanch' is not a property here; did you mean 'launch'?

            """),
            (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_Region_in_which_copies_fail_exits_with_1_and_says_where_and_why()
    {
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--faults", "examples/faults-copies-fail.json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("\neu-central-1: failed at CheckImage with ImageFailed: ami-", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nFAILED: run run-", run.Output, StringComparison.Ordinal);
        Assert.Matches("ap-southeast-2 +done", run.Output);
    }

    [Fact]
    public async Task The_example_that_shares_exactly_prints_who_holds_image_and_snapshots_and_what_EC2_cannot_do()
    {
        var run = await CommandProcess.RunAsync("run", "examples/share-exact.json", "--account", "examples/account-shared-image.json", "--speed", "max");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approved.Check("share-exact.txt", run.Output);
    }

    [Fact]
    public async Task The_example_that_stops_its_source_is_refused_where_the_environment_does_not_allow_it()
    {
        var run = await CommandProcess.RunAsync("run", "examples/move-and-stop-source.json", "--speed", "max");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("\n$.source.beforehand: SourceStopNotAllowed: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_that_cannot_be_read_exits_with_2_and_one_line()
    {
        var run = await CommandProcess.RunWithAsync("AMICAST_SHARING_QUOTA", "lots", "run", "examples/move-instance.json", "--speed", "max");

        Assert.Equal(new CommandProcess(2, "", "AMICAST_SHARING_QUOTA is 'lots': give a whole number from 0 to 2147483647, or leave it out.\n"), run);
    }

    [Fact]
    public async Task The_example_that_stops_its_source_tells_what_became_of_it()
    {
        var run = await CommandProcess.RunWithAsync("AMICAST_ALLOW_SOURCE_STOP", "true", "run", "examples/move-and-stop-source.json", "--speed", "max");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\nThe source, i-0123456789abcdef0, is stopped.\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify-only", "us-east-1: verified, and terminated, as asked: 1 of 1 instances")]
    [InlineData("launch-fleet-spot", "SUCCEEDED: run run-")]
    [InlineData("launch-without-template", "SUCCEEDED: run run-")]
    public async Task Each_example_of_a_launch_is_carried_out(string example, string expected)
    {
        var run = await CommandProcess.RunAsync("run", $"examples/{example}.json", "--speed", "max");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"\n{expected}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Required argument 'REQUEST' missing for command: 'run'.", "run")]
    [InlineData("Unrecognized command or argument '--fast'.", "run", MoveInstance, "--fast")]
    [InlineData("--speed: '0' is not a speed; give a number above 0, up to 1000000, or 'max'.", "run", MoveInstance, "--speed", "0")]
    [InlineData("--seed is for the simulated account: it does not go with --aws.", "run", MoveInstance, "--aws", "--seed", "3")]
    [InlineData("--faults: 3 is not a probability; give a number from 0 to 1, or a fault plan's file.", "run", MoveInstance, "--faults", "3")]
    [InlineData("REQUEST: UnreadableFile: Could not find file '", "run", "no-such-file.json")]
    [InlineData("--account: Could not find file '", "run", MoveInstance, "--account", "no-such-file.json")]
    public async Task Bad_usage_exits_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        var run = await CommandProcess.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"source\": 1,}", "$: InvalidJson: line 1: The JSON object contains a trailing comma at the end which is not supported in this mode; correct the document; it is plain JSON, without comments or trailing commas\n")]
    [InlineData("", "$: InvalidJson: line 1: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true; correct the document; it is plain JSON, without comments or trailing commas\n")]
    [InlineData("{\"source\": 1, \"source\": 2}", "$: InvalidJson: Duplicate property 'source'; correct the document; it is plain JSON, without comments or trailing commas\n")]
    public async Task A_request_that_is_not_JSON_exits_with_2(string document, string expected)
    {
        using var request = new TemporaryFile(document);

        var run = await CommandProcess.RunAsync("run", request.Path);

        Assert.Equal((2, "", expected), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task An_account_document_of_ones_own_is_used_and_its_problems_are_listed()
    {
        using var account = new TemporaryFile("""{ "accountId": "12", "regions": [ { "name": "us-east-1", "instnces": [] } ] }""");

        var run = await CommandProcess.RunAsync("run", MoveInstance, "--account", account.Path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("$.accountId", run.Error, StringComparison.Ordinal);
        Assert.Contains("$.regions[0].instnces", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_stops_the_run_says_what_stays_and_exits_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        using var process = CommandProcess.Start("run", MoveInstance, "--speed", "5");
        await process.StandardOutput.ReadLineAsync();

        await Signal.SendAsync(process, "INT");

        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Matches(
            "^Interrupted. Run run-[0-9a-f]{8} was stopped; what it has made so far stays, and carries the tag amicast:run=run-[0-9a-f]{8}.\n",
            await process.StandardError.ReadToEndAsync());
        Assert.Matches(@"(?s)Failed at [A-Za-z]+ with Stopped: Interrupted at the terminal\..*\nFAILED: run run-[0-9a-f]{8} in ", await process.StandardOutput.ReadToEndAsync());
    }
}
