using System.Net;
using System.Text.RegularExpressions;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>The built <c>amicast serve</c> as a user meets it.</summary>
public sealed partial class ServeCommandTests
{
    private const string NoSignals = "Windows has no signals to send to another process.";

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_says_what_it_serves_answers_until_it_is_interrupted_and_exits_with_130(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        await using var serve = await ServeProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };

        Approved.Check("serve.txt", serve.Greeting);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "DescribeRegions"));
        await serve.SignalAsync(signal);
        var end = await serve.EndAsync();

        Assert.Equal((130, "Stopping.\nStopped at NOW of the account's clock.\n", ""), (end.ExitCode, Moment().Replace(end.Output, "NOW"), end.Error));
        await Assert.ThrowsAsync<HttpRequestException>(() => StatusAsync(http, "DescribeRegions"));
    }

    [Fact]
    public async Task A_second_interruption_ends_it_at_once_while_a_call_hangs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var faults = new TemporaryFile("""{ "faults": [{ "kind": "hangBefore", "operation": "DescribeImages" }] }""");
        await using var serve = await ServeProcess.StartAsync("--faults", faults.Path);
        using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };
        var hanging = StatusAsync(http, "DescribeImages");
        await StatusAsync(http, "DescribeRegions");

        await serve.SignalAsync("INT");
        Assert.Equal("Stopping.", await serve.Output.ReadLineAsync());
        var bySignal = await serve.SignalAsync("INT");
        var end = await serve.EndAsync();

        Assert.Equal((bySignal, "", ""), (end.ExitCode, end.Output, end.Error));
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task A_call_that_hangs_is_cut_off_when_it_stops()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var faults = new TemporaryFile("""{ "faults": [{ "kind": "hangBefore", "operation": "DescribeImages" }] }""");
        await using var serve = await ServeProcess.StartAsync("--faults", faults.Path);
        using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };
        var hanging = StatusAsync(http, "DescribeImages");
        await StatusAsync(http, "DescribeRegions");

        await serve.SignalAsync("INT");
        var end = await serve.EndAsync();

        Assert.Equal((130, "Stopping.\nStopped at NOW of the account's clock.\n", ""), (end.ExitCode, Moment().Replace(end.Output, "NOW"), end.Error));
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task A_port_that_is_taken_exits_with_2_and_one_line()
    {
        await using var serve = await ServeProcess.StartAsync();
        var port = new Uri(serve.Url).Port;

        var second = await CommandProcess.RunAsync("serve", "--port", $"{port}");

        Assert.Equal(new CommandProcess(2, "", $"Port {port} on 127.0.0.1 is taken: give another, or 0 for any free one.\n"), second);
    }

    [Theory]
    [InlineData("--speed: 'max' has no pace that callers outside could keep; give a number above 0, up to 1000000.", "--speed", "max")]
    [InlineData("--speed: '-1' is not a speed; give a number above 0, up to 1000000.", "--speed", "-1")]
    [InlineData("--port: '70000' is not a port; give one up to 65535, or 0 for any free one.", "--port", "70000")]
    [InlineData("--port: 'http' is not a port; give one up to 65535, or 0 for any free one.", "--port", "http")]
    [InlineData("--listen: 'everybody' is not an IP address; give one such as 127.0.0.1 or ::1.", "--listen", "everybody")]
    [InlineData("--listen: 0.0.0.0 is not a loopback address, and nobody is asked for a password: add --allow-remote-access to let other machines in.", "--listen", "0.0.0.0")]
    [InlineData("--listen: :: is not a loopback address, and nobody is asked for a password: add --allow-remote-access to let other machines in.", "--listen", "::")]
    [InlineData("192.0.2.1 is not an address of this machine.", "--listen", "192.0.2.1", "--allow-remote-access")]
    [InlineData("--account: Could not find file '", "--account", "no-such-file.json")]
    [InlineData("--faults: 3 is not a probability; give a number from 0 to 1, or a fault plan's file.", "--faults", "3")]
    [InlineData("Unrecognized command or argument '--aws'.", "--aws")]
    [InlineData("--schedule and --scheduled-request go together: say when, and what is carried out then.", "--schedule", "rate(1 day)")]
    [InlineData("--schedule and --scheduled-request go together: say when, and what is carried out then.", "--scheduled-request", "request.json")]
    [InlineData("--schedule-timezone: there is no --schedule that is in it.", "--schedule-timezone", "Europe/Berlin")]
    [InlineData("--scheduled-request: REQUEST: UnreadableFile: Could not find file '", "--schedule", "rate(1 day)", "--scheduled-request", "no-such-file.json")]
    public async Task Bad_usage_exits_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        var serve = await CommandProcess.RunAsync(["serve", .. arguments]);

        Assert.Equal((2, ""), (serve.ExitCode, serve.Output));
        Assert.StartsWith(message, serve.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" } }""", "daily", "UTC", "--schedule: 'daily' is no schedule; write cron(0 2 * * ? *), rate(12 hours) or at(2026-12-01T02:00:00).\n")]
    [InlineData("""{ "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" } }""", "rate(1 day)", "Bonn", "--schedule: 'Bonn' is no time zone of this machine; write one such as UTC or Europe/Berlin.\n")]
    [InlineData(
        """{ "run": "web", "source": { "region": "us-east-1", "imageId": "ami-0a1b2c3d4e5f60001" }, "shares": {} }""", "rate(1 day)", "UTC",
        "--scheduled-request: $.run: RunIsNotExecution: the request names run 'web', and a schedule names its runs by its time; leave 'run' out\n--scheduled-request: $.shares: UnknownProperty: 'shares' is not a property here; did you mean 'share'?\n")]
    public async Task A_schedule_that_cannot_be_kept_exits_with_2_and_says_everything_that_is_wrong(string request, string schedule, string timezone, string message)
    {
        using var file = new TemporaryFile(request);

        Assert.Equal(new CommandProcess(2, "", message), await CommandProcess.RunAsync("serve", "--schedule", schedule, "--schedule-timezone", timezone, "--scheduled-request", file.Path));
    }

    [Fact]
    public async Task A_schedule_is_kept_on_the_accounts_clock()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var request = new TemporaryFile("""{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web-{date}-{time}" } }""");
        await using var serve = await ServeProcess.StartAsync(
            "--speed", "100000", "--schedule", "cron(0 2 * * ? *)", "--schedule-timezone", "Europe/Berlin", "--scheduled-request", request.Path);

        Assert.Contains("\n  schedule       cron(0 2 * * ? *) in Europe/Berlin, due first at 2026-11-23T01:00:00Z\n", serve.Greeting, StringComparison.Ordinal);
        var lines = new List<string?>();
        while (lines.Count < 4)
        {
            lines.Add(await serve.Output.ReadLineAsync());
        }

        Assert.Equal(
            [
                "Schedule: run amicast-20261123-010000 was started.", "Run amicast-20261123-010000: SUCCEEDED",
                "Schedule: run amicast-20261124-010000 was started.", "Run amicast-20261124-010000: SUCCEEDED",
            ],
            lines);
    }

    [Fact]
    public async Task A_parameter_that_nobody_knows_is_ignored_and_named_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        await using var serve = await ServeProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "DescribeImages&Onwer.1=self"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "DescribeImages&Onwer.1=self"));
        await serve.SignalAsync("INT");

        Assert.Equal("DescribeImages: the parameter Onwer.1 is not known here and was ignored.\n", (await serve.EndAsync()).Error);
    }

    [Fact]
    public async Task What_was_made_is_saved_at_the_end_and_served_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var account = new TemporaryFile("");
        await using (var serve = await ServeProcess.StartAsync("--save", account.Path))
        {
            using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "CreateVolume&AvailabilityZone=eu-central-1a&Size=7"));
            await serve.SignalAsync("INT");
            var end = await serve.EndAsync();
            Assert.Equal((130, ""), (end.ExitCode, end.Error));
        }

        await using var again = await ServeProcess.StartAsync("--account", account.Path);
        using var later = new HttpClient { BaseAddress = new Uri(again.Url) };

        Assert.Contains("<size>7</size>", await TextAsync(later, "DescribeVolumes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_other_machines_are_let_in_it_says_so()
    {
        await using var serve = await ServeProcess.StartAsync("--listen", "0.0.0.0", "--allow-remote-access");

        Assert.StartsWith("http://0.0.0.0:", serve.Url, StringComparison.Ordinal);
        Assert.EndsWith("\nOther machines may call it, and nobody is asked for a password.\nCtrl-C stops it.\n", serve.Greeting, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string action)
    {
        using var answer = await SendAsync(http, action);
        return answer.StatusCode;
    }

    private static async Task<string> TextAsync(HttpClient http, string action)
    {
        using var answer = await SendAsync(http, action);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string action)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent($"Action={action}&Version=2016-11-15") };
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=any/20261122/eu-central-1/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        return await http.SendAsync(request);
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();
}
