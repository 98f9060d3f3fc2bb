using System.Text.Json;
using Amicast.Simulator.Account;

namespace Amicast.Cli.Tests;

/// <summary><c>--save</c>, and runs that go on from what was saved, by the built command.</summary>
public sealed class SaveTests
{
    private const string MoveInstance = "examples/move-instance.json";
    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "ap-southeast-2"];

    [Fact]
    public async Task The_same_request_a_second_time_makes_nothing_new()
    {
        using var account = new TemporaryFile("");
        await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--save", account.Path);
        var first = await File.ReadAllTextAsync(account.Path, TestContext.Current.CancellationToken);

        var again = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--account", account.Path, "--save", account.Path);

        var second = await File.ReadAllTextAsync(account.Path, TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.Equal(WithoutStart(first), WithoutStart(second));
        Assert.True(AccountDocument.Parse(first).StartsAt < AccountDocument.Parse(second).StartsAt);
        Assert.Equal(Regions.Select(region => $"{region} 1"), MadeBy(second, "available"));
    }

    [Fact]
    public async Task After_a_Region_failed_a_run_without_the_fault_makes_what_is_missing_and_that_alone()
    {
        using var account = new TemporaryFile("");
        var failed = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--faults", "examples/faults-copies-fail.json", "--save", account.Path);
        var before = AccountDocument.Parse(await File.ReadAllTextAsync(account.Path, TestContext.Current.CancellationToken));

        var again = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--account", account.Path, "--save", account.Path);

        var json = await File.ReadAllTextAsync(account.Path, TestContext.Current.CancellationToken);
        Assert.Equal((1, 0), (failed.ExitCode, again.ExitCode));
        Assert.Equal(Regions.Select(region => $"{region} 1"), MadeBy(json, "available"));
        // The lost image went when its successor was available.
        Assert.Empty(MadeBy(json, "failed"));
        Assert.Equal(Region(before, "ap-southeast-2"), Region(AccountDocument.Parse(json), "ap-southeast-2"));
    }

    [Fact]
    public async Task A_run_that_was_interrupted_is_saved_and_goes_on_from_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        using var account = new TemporaryFile("");
        using var process = CommandProcess.Start("run", MoveInstance, "--speed", "600", "--save", account.Path);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.EndsWith("eu-central-1    CheckImage", StringComparison.Ordinal))
        {
        }

        await Signal.SendAsync(process, "INT");

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var middle = await File.ReadAllTextAsync(account.Path, TestContext.Current.CancellationToken);

        var again = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--account", account.Path, "--save", account.Path);

        var json = await File.ReadAllTextAsync(account.Path, TestContext.Current.CancellationToken);
        Assert.Equal((130, 0, ""), (process.ExitCode, again.ExitCode, again.Error));
        Assert.Equal(["eu-central-1 1", "ap-southeast-2 1"], MadeBy(middle, "pending"));
        Assert.Equal(Regions.Select(region => $"{region} 1"), MadeBy(json, "available"));
        Assert.Equal(3, AccountDocument.Parse(json).Regions.Sum(region => region.Images.Count(IsMade)));
    }

    [Theory]
    [InlineData("--save: Could not find a part of the path '", "no-such-folder/account.json")]
    [InlineData("--save: 'docs' is not a file that can be replaced; name a regular file.", "docs")]
    [InlineData("--save: '/dev/null' is not a file that can be replaced; name a regular file.", "/dev/null")]
    public async Task Where_nothing_can_be_saved_nothing_is_started(string message, string path)
    {
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--speed", "max", "--save", path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_accounts_are_not_saved()
    {
        var run = await CommandProcess.RunAsync("run", MoveInstance, "--aws", "--save", "account.json");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("--save is for the simulated account: it does not go with --aws.\n", run.Error, StringComparison.Ordinal);
    }

    private static string WithoutStart(string json) => string.Join('\n', json.Split('\n').Where(line => !line.StartsWith("  \"startsAt\"", StringComparison.Ordinal)));

    private static string Region(AccountDocument account, string name) => JsonSerializer.Serialize(account.Regions.Single(region => region.Name == name));

    /// <summary>How many images of the run are in each Region, of those in that state.</summary>
    private static IEnumerable<string> MadeBy(string json, string state)
    {
        var account = AccountDocument.Parse(json);
        return Regions
            .Select(name => (name, Count: account.Regions.Single(region => region.Name == name).Images.Count(image => IsMade(image) && StateOf(image, account.StartsAt) == state)))
            .Where(region => region.Count > 0)
            .Select(region => $"{region.name} {region.Count}");
    }

    private static bool IsMade(ImageDocument image) => image.Tags.ContainsKey("amicast:run");

    private static string StateOf(ImageDocument image, DateTimeOffset now) => image switch
    {
        { Mishap: { Reason: not null } mishap } when mishap.At <= now => "failed",
        { Mishap: not null } or { AvailableAt: not null } => "pending",
        _ => "available",
    };
}
