using System.Diagnostics;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>Runs of <c>amicast run --aws</c>, kept on disk: their processes are killed and interrupted, and others carry on.</summary>
public sealed class KeptRunTests : IDisposable
{
    private const int Speed = 60;

    // So that a signal arrives long before the next wait is over.
    private const int Slowly = 5;

    private const string Request = """
        {
          "run": "web-1", "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}" },
          "destinations": [{ "region": "us-east-1" }, { "region": "eu-central-1" }], "launch": { "template": { "name": "web" }, "verify": "running" }
        }
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"amicast-{Path.GetRandomFileName()}");
    private readonly TemporaryFile _request = new(Request);

    private string[] State => ["--aws", "--state", _folder];

    private string Arguments => $"--aws --state {_folder}";

    public void Dispose()
    {
        _request.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_run_that_was_killed_and_then_interrupted_is_resumed_to_its_end_and_rolled_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is ended by a signal.");
        using var account = new TemporaryFile(AccountOfNow());
        await using var serve = await ServeProcess.StartAsync("--account", account.Path, "--speed", $"{Speed}");

        using (var killed = CommandProcess.StartOnServe(serve.Url, Speed, ["run", _request.Path, .. State]))
        {
            await UntilAsync(killed, "image           CheckImage");
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Assert.Contains("│ web-1 │ 1         │ ABORTED │", (await CommandProcess.RunAsync(["list", .. State])).Output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"""
            It ended without a report: ProcessDied: The process that carried this execution out ended before it did.
            What it made carries the tag amicast:run=web-1. 'amicast resume web-1 {Arguments}' goes on with it, 'amicast rollback web-1 {Arguments}' removes it.

            """,
            (await CommandProcess.RunAsync(["status", "web-1", .. State])).Output,
            StringComparison.Ordinal);
        var interrupted = await InterruptedAsync(serve.Url);
        Assert.Equal(130, interrupted.ExitCode);
        Assert.StartsWith("Interrupted. Run web-1 was stopped; what it has made so far stays, and carries the tag amicast:run=web-1.\n", interrupted.Error, StringComparison.Ordinal);
        Assert.EndsWith($"'amicast resume web-1 {Arguments}' goes on with it, 'amicast rollback web-1 {Arguments}' removes what it made.\n", interrupted.Error, StringComparison.Ordinal);

        var resumed = await OnServeAsync(serve.Url, "resume", "web-1");
        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        Assert.Contains("SUCCEEDED: run web-1", resumed.Output, StringComparison.Ordinal);
        var again = await OnServeAsync(serve.Url, "run", _request.Path);
        Assert.Equal((0, "Run web-1 is there already, with the same request: nothing was started.\n"), (again.ExitCode, again.Error));
        var rolledBack = await OnServeAsync(serve.Url, "rollback", "web-1");
        Assert.Equal((0, ""), (rolledBack.ExitCode, rolledBack.Error));
        Assert.Contains("ROLLED_BACK: run web-1", rolledBack.Output, StringComparison.Ordinal);
        var refused = await OnServeAsync(serve.Url, "resume", "web-1");
        Assert.Equal((1, "Run 'web-1' was rolled back: there is nothing to resume. Start a new run, with an id of its own.\n"), (refused.ExitCode, refused.Error));
        await serve.SignalAsync("INT");
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_no_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The server is ended by a signal.");
        await using var serve = await ServeProcess.StartAsync();

        var resumed = await OnServeAsync(serve.Url, "resume", "web-2");
        var status = await CommandProcess.RunAsync(["status", "web-2", .. State]);
        var list = await CommandProcess.RunAsync(["list", .. State]);
        await serve.SignalAsync("INT");

        var unknown = $"There is no run 'web-2' in {_folder}. 'amicast list {Arguments}' shows what is kept there.\n";
        Assert.Equal((2, unknown), (resumed.ExitCode, resumed.Error));
        Assert.Equal((2, unknown), (status.ExitCode, status.Error));
        Assert.Equal((0, "There are no runs.\n"), (list.ExitCode, list.Output));
    }

    [Theory]
    [InlineData("--stack is for a deployed stack: it does not go with --aws.", "list", "--aws", "--stack", "x")]
    [InlineData("--endpoint-url is for a deployed stack: it does not go with --aws.", "rollback", "web-1", "--aws", "--endpoint-url", "http://127.0.0.1:1")]
    [InlineData("--state is for runs of 'amicast run --aws': it goes with --aws.", "resume", "web-1", "--state", "x")]
    [InlineData("--allow-public-images is for runs of 'amicast run --aws': it goes with --aws.", "resume", "web-1", "--allow-public-images")]
    [InlineData("--state is for real EC2: it goes with --aws.", "run", "examples/move-instance.json", "--state", "x")]
    [InlineData("--follow does not go with --aws: the process that carries the run out shows its progress.", "status", "web-1", "--aws", "--follow")]
    public async Task Options_that_do_not_go_together_are_refused_by_name(string expected, params string[] arguments)
    {
        var refused = await CommandProcess.RunAsync(arguments);

        Assert.Equal((2, $"{expected}\n'amicast --help', and '--help' behind a command, say what there is.\n"), (refused.ExitCode, refused.Error));
    }

    [Fact]
    public async Task The_time_of_AWS_is_the_walls_where_AWS_is_not_on_this_machine()
    {
        using var fast = CommandProcess.StartOnServe("http://ec2.example.com", Speed, ["run", _request.Path, .. State]);

        var refused = await CommandProcess.ReadAsync(fast);

        Assert.Equal(
            (2, "AMICAST_AWS_SPEED is for a rehearsal with 'amicast serve', at AWS_ENDPOINT_URL on this machine: the time of AWS is the wall's.\n"),
            (refused.ExitCode, refused.Error));
    }

    // The time of a run on AWS is the wall's at first, so the account's is too.
    private static string AccountOfNow()
    {
#pragma warning disable RS0030 // Processes of their own are started: this is outside any simulated world.
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        return Repository.Read("examples/account.json").Replace("2026-11-22T02:00:00Z", now, StringComparison.Ordinal);
    }

    private Task<CommandProcess> OnServeAsync(string url, params string[] arguments) => CommandProcess.ReadAsync(CommandProcess.StartOnServe(url, Speed, [.. arguments, .. State]));

    private async Task<CommandProcess> InterruptedAsync(string url)
    {
        using var process = CommandProcess.StartOnServe(url, Slowly, ["resume", "web-1", .. State]);
        await UntilAsync(process, "image           CreateImage");
        await Signal.SendAsync(process, "INT");
        return await CommandProcess.ReadAsync(process);
    }

    private static async Task UntilAsync(Process process, string words)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"It ended: {await process.StandardError.ReadToEndAsync()}");
    }
}
