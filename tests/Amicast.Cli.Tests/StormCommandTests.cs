namespace Amicast.Cli.Tests;

/// <summary><c>amicast storm</c> as a script would have it.</summary>
public sealed class StormCommandTests
{
    [Fact]
    public async Task Storms_end_with_what_happened_and_how_often()
    {
        var storm = await CommandProcess.RunAsync("storm", "--seeds", "1..40");

        Assert.Equal((0, ""), (storm.ExitCode, storm.Error));
        Assert.Matches("(?m)^ +40 act Start$", storm.Output);
        Assert.Matches("(?m)^40 storms in [0-9:]+, [0-9.]+ a second\\.$", storm.Output);
    }

    [Fact]
    public async Task One_seed_is_told_from_what_was_drawn_to_the_last_call_and_again_the_same()
    {
        var (first, second) = (await CommandProcess.RunAsync("storm", "--seed", "7"), await CommandProcess.RunAsync("storm", "--seed", "7"));

        Assert.Equal(first, second);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.StartsWith("seed 7, whose trouble ", first.Output, StringComparison.Ordinal);
        Assert.Contains("run-1 1 ExecutionStarted", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("Every promise was kept.\n", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_ones_own_is_carried_out_in_every_storm()
    {
        var storm = await CommandProcess.RunAsync("storm", "--seeds", "1..5", "--request", "examples/publish-template.json", "--faults", "0.1");

        Assert.Equal((0, ""), (storm.ExitCode, storm.Error));
        Assert.Matches("(?m)^ +5 asked published after verification$", storm.Output);
    }

    [Theory]
    [InlineData("Say --seeds A..B, or --seed N to be told of one.\n'amicast --help', and '--help' behind a command, say what there is.\n")]
    [InlineData("--seeds: '5..3' is no range; write it like 1..2000.\n'amicast --help', and '--help' behind a command, say what there is.\n", "--seeds", "5..3")]
    [InlineData("--faults: 2 is not a probability; give a number from 0 to 1, or a fault plan's file.\n", "--seeds", "1..2", "--faults", "2")]
    [InlineData("--request: $.action: UnknownProperty: 'action' is not a property here; use one of: run, scheduledTime, source, image, share, launch, launchTemplate, destinations, timeoutMinutes, tolerateFailedRegions, onFailure\n", "--seeds", "1..2", "--request", "REQUEST")]
    public async Task Bad_usage_exits_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        using var request = new TemporaryFile("""{ "action": "x", "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" } }""");

        Assert.Equal(new CommandProcess(2, "", message), await CommandProcess.RunAsync(["storm", .. arguments.Select(one => one == "REQUEST" ? request.Path : one)]));
    }
}
