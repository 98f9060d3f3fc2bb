using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>The built <c>amicast serve --native</c>: with the program as it was built, or with the published one that the variable <c>AMICAST_BOOTSTRAP</c> names.</summary>
public sealed class NativeServeTests
{
    private const string NoSignals = "Windows has no signals to send to another process.";
    private const string Arn = "arn:aws:states:us-east-1:000000000000:stateMachine:amicast";

    private static string Folder => Path.GetDirectoryName(Environment.GetEnvironmentVariable("AMICAST_BOOTSTRAP")) ?? AppContext.BaseDirectory;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_main_job_succeeds_with_the_functions_in_process_and_as_processes(bool isNative)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var logs = new TemporaryFile("");
        string[] options = isNative ? ["--native", Folder, "--function-logs", logs.Path] : [];
        await using var serve = await ServeProcess.StartAsync(["--speed", "3600", .. options]);
        using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };

        await CallAsync(http, "StartExecution", new { stateMachineArn = Arn, name = "job-1", input = Repository.Read("examples/move-instance.json") });
        var report = await ReportAsync(http);
        var processes = isNative ? Children(serve.Id) : [];
        await serve.SignalAsync("INT");
        var end = await serve.EndAsync();

        Assert.Equal(
            ["SUCCEEDED", "us-east-1 True available, 0 instances", "eu-central-1 True available, 1 instances", "ap-southeast-2 True available, 1 instances"],
            report);
        Assert.Equal((130, ""), (end.ExitCode, end.Error));
        Assert.Equal(isNative, (await File.ReadAllTextAsync(logs.Path, TestContext.Current.CancellationToken)).Contains("\"message\":\"Plan of run job-1, execution job-1 took ", StringComparison.Ordinal));
        Assert.Equal(isNative, processes.Count > 0);
        Assert.DoesNotContain(processes, IsRunning);
    }

    [Fact]
    public async Task Processes_end_by_themselves_when_serve_is_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        await using var serve = await ServeProcess.StartAsync("--native", Folder);
        using var http = new HttpClient { BaseAddress = new Uri(serve.Url) };
        using var refused = await InvokeAsync(http, "CheckImage");
        var processes = Children(serve.Id);

        await serve.SignalAsync("KILL");
        await Task.WhenAll(processes.Select(EndedAsync)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("Unhandled", refused.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.StartsWith("""{"errorType":"BadPayload",""", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(processes);
    }

    [Theory]
    [InlineData("--native: there is no bootstrap in 'docs': dotnet publish src/Amicast.Functions -c Release -r linux-x64 makes artifacts/functions.\n", "--native", "docs")]
    [InlineData("--function-logs: only processes write a log of their own: give --native DIR too.\n", "--function-logs", "functions.log")]
    public async Task Bad_usage_exits_with_2_and_says_what_is_wrong(string message, params string[] arguments) =>
        Assert.Equal(new CommandProcess(2, "", message), await CommandProcess.RunAsync(["serve", .. arguments]));

    private static async Task<IReadOnlyList<string>> ReportAsync(HttpClient http)
    {
        while (true)
        {
            var execution = await CallAsync(http, "DescribeExecution", new { executionArn = Arn.Replace("stateMachine", "execution", StringComparison.Ordinal) + ":job-1" });
            if (execution.GetProperty("status").GetString() is { } status && status != "RUNNING")
            {
                Assert.True(status == "SUCCEEDED", $"{execution}");
                return Summary(JsonDocument.Parse(execution.GetProperty("output").GetString()!).RootElement);
            }
        }
    }

    private static IReadOnlyList<string> Summary(JsonElement report) =>
    [
        report.GetProperty("state").GetString()!,
        .. report.GetProperty("regions").EnumerateArray().Select(region =>
            $"{region.GetProperty("region")} {region.GetProperty("succeeded")} {region.GetProperty("image").GetProperty("state")}, {region.GetProperty("instances").GetArrayLength()} instances"),
    ];

    private static async Task<JsonElement> CallAsync(HttpClient http, string operation, object input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(JsonSerializer.Serialize(input)) };
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=any/20261122/us-east-1/states/aws4_request, SignedHeaders=host, Signature=00");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static async Task<HttpResponseMessage> InvokeAsync(HttpClient http, string function)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/2015-03-31/functions/{function}/invocations") { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=any/20261122/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=00");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static List<int> Children(int parent)
    {
        using var pgrep = Process.Start(new ProcessStartInfo("pgrep", ["-P", $"{parent}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return [.. pgrep.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task EndedAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }
}
