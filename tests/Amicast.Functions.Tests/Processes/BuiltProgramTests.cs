using System.Text.Json;
using System.Text.RegularExpressions;

namespace Amicast.Functions.Tests.Processes;

public sealed partial class BuiltProgramTests : IAsyncLifetime
{
    // A process that does not do what is awaited must not hang the tests.
    private const int MostMilliseconds = 20_000;
    private const string ErrorDocument = "application/vnd.aws.lambda.error+json";
    private LoopbackRuntimeApi _runtime = null!;
    private LoopbackEc2 _ec2 = null!;

    public async ValueTask InitializeAsync() => (_runtime, _ec2) = (await LoopbackRuntimeApi.StartAsync(), await LoopbackEc2.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _runtime.DisposeAsync();
        await _ec2.DisposeAsync();
    }

    [Fact(Timeout = MostMilliseconds)]
    public async Task Program_creates_an_image_and_names_its_errors_and_refuses_a_bad_payload_and_ends_when_it_is_told_to()
    {
        using var program = BuiltProgram.Start("CreateImage", _runtime.Address, _ec2.Address, TestContext.Current.CancellationToken);

        var created = await _runtime.InvokeAsync(PlanOf("i-0123456789abcdef0"));
        var refused = await _runtime.InvokeAsync(PlanOf("i-00000000"));
        var broken = await _runtime.InvokeAsync("{\"plan\":");
        var again = await _runtime.InvokeAsync(PlanOf("i-0123456789abcdef0"));
        var (exitCode, messages) = await program.StopAsync();

        var image = JsonDocument.Parse(created.Body).RootElement.GetProperty("imageId").GetString();
        Assert.Equal(("invocation/r1/response", "application/json", "", "ami-0123456789abcdef0"), (created.Path, created.ContentType, created.ErrorType, image));
        Assert.Equal(
            new Told("invocation/r2/error", ErrorDocument, "Function.AccessDenied",
                """{"errorType":"AccessDenied","errorMessage":"CreateImage: UnauthorizedOperation: You are not authorized.","stackTrace":[]}"""),
            refused);
        Assert.Equal(
            new Told("invocation/r3/error", ErrorDocument, "Function.BadPayload",
                """{"errorType":"BadPayload","errorMessage":"The payload is not JSON, from line 0, byte 8.","stackTrace":[]}"""),
            broken);
        Assert.Equal("invocation/r4/response", again.Path);
        Assert.Equal(
            ["DescribeImages", "CreateImage web-1 web", "DescribeImages", "CreateImage web-1 web", "DescribeImages", "CreateImage web-1 web"],
            _ec2.Calls);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "CreateImage is ready, with at most 201326592 bytes of heap",
                "CreateImage of run web in us-east-1 took N ms",
                "CreateImage of run web in us-east-1 failed with AccessDenied",
                "CreateImage failed with BadPayload",
                "CreateImage of run web in us-east-1 took N ms",
            ],
            messages.Select(message => Milliseconds().Replace(message, "N ms")));
    }

    [Fact(Timeout = MostMilliseconds)]
    public async Task Program_reports_an_init_error_and_exits_with_1_when_its_handler_is_unknown()
    {
        using var program = BuiltProgram.Start("MakeCoffee", _runtime.Address, _ec2.Address, TestContext.Current.CancellationToken);

        var told = await _runtime.ToldAsync();
        var (exitCode, _) = await program.EndAsync();

        Assert.Equal(
            new Told("init/error", ErrorDocument, "Function.UnknownHandler",
                """{"errorType":"UnknownHandler","errorMessage":"\u0027MakeCoffee\u0027 is not a handler of this program. Set the function\u0027s Handler to one of: Plan, StopSource, CreateImage, CheckImage, CopyImage, ShareImage, EnsureTemplate, LaunchInstances, CheckInstances, PublishTemplate, TerminateInstances, RemoveFirstImage, RetireSource, Rollback, Summarize, Announce, HttpApi.","stackTrace":[]}"""),
            told);
        Assert.Equal(1, exitCode);
    }

    [Fact(Timeout = MostMilliseconds)]
    public async Task Program_ends_when_it_is_told_to_while_it_waits_for_its_first_invocation()
    {
        using var program = BuiltProgram.Start("Plan", _runtime.Address, _ec2.Address, TestContext.Current.CancellationToken);
        await _runtime.Asked;

        var (exitCode, messages) = await program.StopAsync();

        Assert.Equal((0, "Plan is ready, with at most 201326592 bytes of heap"), (exitCode, Assert.Single(messages)));
    }

    private static string PlanOf(string instanceId) => $$$"""
        {"plan":{"schema":1,"run":"web","startedAt":"2026-11-22T02:00:00Z","deadline":"2026-11-23T02:00:00Z","tolerateFailedRegions":0,
        "source":{"region":"us-east-1","instanceId":"{{{instanceId}}}","imageId":null},
        "image":{"name":"web-1","description":null,"reboot":true,"tags":{}},"share":null,"launch":null,"destinations":[]}}
        """;

    [GeneratedRegex("[0-9]+ ms$", RegexOptions.None, 1000)]
    private static partial Regex Milliseconds();
}
