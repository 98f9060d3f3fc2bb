using System.Text.Json;
using System.Text.RegularExpressions;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>The built <c>start</c>, <c>status</c>, <c>list</c>, <c>stop</c>, <c>resume</c> and <c>rollback</c>, on a served cloud.</summary>
public sealed partial class DeployedCommandsTests
{
    private const string Request = "examples/move-instance.json";

    [Fact]
    public async Task A_run_is_started_once_listed_and_stopped_and_every_refusal_says_what_to_do()
    {
        using var other = new TemporaryFile("""{ "run": "web-1", "source": { "region": "us-east-1", "imageId": "ami-0123456789abcdef0" }, "image": { "name": "web" } }""");
        using var request = new TemporaryFile(Named(Repository.Read(Request)));
        await using var serve = await ServeProcess.StartAsync("--speed", "1");

        var session = new List<string>();
        foreach (var command in new[]
        {
            "list", $"start {request.Path}", $"start {request.Path}", $"start {other.Path}", "list", "resume web-1", "rollback web-1", "stop web-1", "stop web-1", "list --status RUNNING", "list",
            "status web-2", "list --stack amicats",
        })
        {
            var ran = await CommandProcess.RunAsync([.. command.Split(' '), "--endpoint-url", serve.Url]);
            session.Add($"$ amicast {command.Replace(request.Path, "request.json", StringComparison.Ordinal).Replace(other.Path, "another.json", StringComparison.Ordinal)}\n{Steady(ran.Output)}{Steady(ran.Error)}exit code {ran.ExitCode}\n");
        }

        Approved.Check("deployed-commands.txt", string.Join('\n', session));
    }

    [Fact]
    public async Task A_run_is_followed_to_its_end_and_its_status_is_its_report()
    {
        await using var serve = await ServeProcess.StartAsync("--speed", "100000");
        using var request = new TemporaryFile(Named(Repository.Read(Request)));

        var started = await CommandProcess.RunAsync("start", request.Path, "--follow", "--json", "--endpoint-url", serve.Url);
        var status = await CommandProcess.RunAsync("status", "web-1", "--endpoint-url", serve.Url);
        var asJson = await CommandProcess.RunAsync("status", "web-1", "--json", "--endpoint-url", serve.Url);

        using var report = JsonDocument.Parse(started.Output);
        using var view = JsonDocument.Parse(asJson.Output);
        Assert.Equal((0, 0, 0), (started.ExitCode, status.ExitCode, asJson.ExitCode));
        Assert.StartsWith("Run web-1 was started.\n", started.Error, StringComparison.Ordinal);
        Assert.Equal("SUCCEEDED", report.RootElement.GetProperty("state").GetString());
        Assert.True(JsonElement.DeepEquals(report.RootElement, view.RootElement.GetProperty("report")));
        Assert.Equal(3, status.Output.Split('\n').Count(line => line.Contains("│ available", StringComparison.Ordinal)));
        Assert.Contains("\nSUCCEEDED: run web-1 in ", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_watching_and_not_the_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        await using var serve = await ServeProcess.StartAsync("--speed", "5");
        using var request = new TemporaryFile(Named(Repository.Read(Request)));
        using var watching = CommandProcess.Start("start", request.Path, "--follow", "--endpoint-url", serve.Url);
        await watching.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        await Signal.SendAsync(watching, "INT");
        await watching.WaitForExitAsync(TestContext.Current.CancellationToken);
        var list = await CommandProcess.RunAsync("list", "--status", "RUNNING", "--json", "--endpoint-url", serve.Url);

        using var runs = JsonDocument.Parse(list.Output);
        Assert.Equal(130, watching.ExitCode);
        Assert.EndsWith(
            "No longer watching; run web-1 goes on. 'amicast status web-1 --follow' watches it again, 'amicast stop web-1' stops it.\n",
            await watching.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal("web-1", runs.RootElement.GetProperty("runs")[0].GetProperty("run").GetString());
    }

    [Fact]
    public async Task Without_a_stack_to_be_found_it_says_why()
    {
        var silent = await CommandProcess.RunAsync("list", "--endpoint-url", "http://127.0.0.1:1");
        var noUrl = await CommandProcess.RunAsync("list", "--endpoint-url", "there");
        var noArn = await CommandProcess.RunAsync("list", "--state-machine", "amicast");

        Assert.Equal((1, "", "Step Functions does not answer: Connection refused (127.0.0.1:1)\n"), (silent.ExitCode, silent.Output, silent.Error));
        Assert.Equal((2, ""), (noUrl.ExitCode, noUrl.Output));
        Assert.StartsWith("--endpoint-url: 'there' is not a URL; give one such as http://127.0.0.1:4580.\n", noUrl.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (noArn.ExitCode, noArn.Output));
        Assert.StartsWith("--state-machine: 'amicast' is not a state machine's ARN; ", noArn.Error, StringComparison.Ordinal);
    }

    private static string Named(string request) => "{ \"run\": \"web-1\"," + request[1..];

    private static string Steady(string printed) => Duration().Replace(Moment().Replace(printed, "2026-11-22T02:00:00Z"), "00:00:00");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"(?<= )\d\d:\d\d:\d\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Duration();
}
