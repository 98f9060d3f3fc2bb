using Amicast.Functions.Runtime;
using Amicast.Functions.Steps;
using Amicast.Functions.Tests.Runtime;
using Amicast.Functions.Tests.Steps;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests;

public sealed class FunctionProcessTests
{
    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly ScriptedRuntimeApi _api = new();
    private readonly StringWriter _log = new();

    private readonly Dictionary<string, string> _variables = new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = "runtime",
        ["AWS_REGION"] = "us-east-1",
        ["_HANDLER"] = "Plan",
        ["AWS_LAMBDA_LOG_FORMAT"] = "Text",
    };

    [Fact]
    public void Process_runs_the_step_that_its_handler_names_and_exits_with_0_when_told_to_stop()
    {
        _api.HandOut("not json");

        Assert.Equal(0, Run());

        Assert.Equal(
            [
                "invocation/r1/error application/vnd.aws.lambda.error+json Function.BadPayload "
                    + """{"errorType":"BadPayload","errorMessage":"The payload is not JSON, from line 0, byte 1.","stackTrace":[]}""",
            ],
            _api.Told);
        Assert.DoesNotContain("not json", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Process_reports_an_init_error_naming_the_known_handlers_when_its_own_is_unknown()
    {
        _variables["_HANDLER"] = "MakeCoffee";

        Assert.Equal(1, Run());

        Assert.Equal(
            [
                "init/error application/vnd.aws.lambda.error+json Function.UnknownHandler "
                    + """{"errorType":"UnknownHandler","errorMessage":"\u0027MakeCoffee\u0027 is not a handler of this program. Set the function\u0027s Handler to one of: Plan, StopSource, CreateImage, CheckImage, CopyImage, ShareImage, EnsureTemplate, LaunchInstances, CheckInstances, PublishTemplate, TerminateInstances, RemoveFirstImage, RetireSource, Rollback, Summarize, Announce, HttpApi.","stackTrace":[]}""",
            ],
            _api.Told);
    }

    [Fact]
    public void Process_reports_an_init_error_when_it_is_not_told_its_Region()
    {
        _variables.Remove("AWS_REGION");

        Assert.Equal(1, Run());

        Assert.StartsWith(
            "init/error application/vnd.aws.lambda.error+json Function.InvalidOperationException "
                + """{"errorType":"InvalidOperationException","errorMessage":"AWS_REGION is not set: it names the Region whose EC2 is asked which Regions there are.","stackTrace":["at Amicast.""",
            Assert.Single(_api.Told),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Process_reports_an_init_error_that_names_the_variable_its_value_and_the_remedy()
    {
        _variables["AMICAST_SHARING_QUOTA"] = "lots";

        Assert.Equal(1, Run());

        Assert.Equal(
            [
                "init/error application/vnd.aws.lambda.error+json Function.InvalidSetting "
                    + """{"errorType":"InvalidSetting","errorMessage":"AMICAST_SHARING_QUOTA is \u0027lots\u0027: give a whole number from 0 to 2147483647, or leave it out.","stackTrace":[]}""",
            ],
            _api.Told);
    }

    [Fact]
    public void Process_exits_with_1_and_says_why_when_the_Runtime_API_fails()
    {
        _api.HandOut(System.Net.HttpStatusCode.InternalServerError);

        Assert.Equal(1, Run());

        Assert.StartsWith(
            "2026-11-22T02:00:00.000Z\t\tFATAL\tThe process ends: Asked for the next invocation, the Runtime API answered 500.\r", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Process_exits_with_1_and_says_what_it_is_when_it_is_not_started_by_Lambda()
    {
        _variables.Clear();

        Assert.Equal(1, Run());

        Assert.Equal(
            "AWS_LAMBDA_RUNTIME_API is not set. This program is a Lambda function: Lambda starts it, or a process that speaks the Lambda Runtime API.\n",
            _log.ToString());
    }

    private int Run()
    {
        using var ec2 = new ScriptedEc2();
        var startup = new StepStartup(_variables.GetValueOrDefault, ec2, _clock, new Chance(1), TextWriter.Null);
        var process = new FunctionProcess(_variables.GetValueOrDefault, (_, _) => { }, _api, _log, _clock);
        return _clock.Run(() => process.RunAsync(startup.Start, _api.Shutdown));
    }
}
