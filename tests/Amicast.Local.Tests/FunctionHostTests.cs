using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Functions.Steps;
using Amicast.Simulator;
using Amicast.Simulator.Faults;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.Local.Tests;

public sealed class FunctionHostTests
{
    private const string PlanArn = "arn:aws:lambda:us-east-1:000000000000:function:Plan";

    private const string Payload =
        """{ "request": { "source": { "region": "us-east-1", "imageId": "ami-1" } }, "execution": { "name": "run-1", "startedAt": "2026-11-22T02:00:00Z" } }""";

    [Fact]
    public void A_step_that_hangs_is_ended_at_the_functions_timeout_by_Lambdas_name()
    {
        var payload = Payload.Replace("ami-1", "ami-0c1d2e3f4a5b60001", StringComparison.Ordinal);
        var (failure, elapsed) = Invoke(PlanArn, payload, new FaultRule(FaultKind.HangBefore) { Operation = "DescribeRegions", Count = 2 }, new FaultRule(FaultKind.HangBefore) { Operation = "DescribeImages" });

        Assert.Equal(
            ("Sandbox.Timedout", """{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 60 seconds"}""", TimeSpan.FromSeconds(60)),
            (failure.Error, failure.Cause, elapsed));
    }

    [Fact]
    public void A_call_that_hangs_is_given_up_and_sent_again()
    {
        var (failure, elapsed) = Invoke(PlanArn, Payload, new FaultRule(FaultKind.HangBefore) { Count = 1 });

        Assert.Equal("InvalidRequest", failure.Error);
        Assert.InRange(elapsed, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(17));
    }

    [Fact]
    public void A_service_that_never_answers_is_unavailable()
    {
        var (failure, elapsed) = Invoke(PlanArn, Payload, new FaultRule(FaultKind.HangBefore));

        Assert.Equal("ServiceUnavailable", failure.Error);
        Assert.Contains("DescribeRegions: no answer (no answer within 15 seconds)", failure.Cause, StringComparison.Ordinal);
        Assert.InRange(elapsed, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(48));
    }

    [Fact]
    public void A_step_that_fails_is_told_by_its_errors_name_and_document()
    {
        var (failure, _) = Invoke(PlanArn, Payload);

        Assert.Equal(
            ("InvalidRequest", """{"errorType":"InvalidRequest","errorMessage":"$.source.imageId: InvalidImageId: \u0027ami-1\u0027 is not well formed; an image id is \u0027ami-\u0027 and 8 or 17 hexadecimal digits","stackTrace":[]}"""),
            (failure.Error, failure.Cause));
    }

    [Fact]
    public void A_payload_that_does_not_fit_the_step_is_BadPayload()
    {
        var (failure, _) = Invoke(PlanArn, "{}");

        Assert.Equal("BadPayload", failure.Error);
    }

    private static (TaskFailedException Failure, TimeSpan Elapsed) Invoke(string resource, string payload, params FaultRule[] faults)
    {
        var account = LocalCloud.ExampleAccount;
        var (clock, chance) = (new VirtualClock(account.StartsAt), new Chance(1));
        var cloud = new SimulatedCloud(clock, chance.Fork("account"), account, new FaultPlan(faults));
        var connection = new AwsConnection(new BasicAWSCredentials("a", "b"), cloud.CreateHandler(), "us-east-1", new Uri("http://ec2.local"));
        var host = new FunctionHost(
            new FunctionTable(
                new StepTable(new AwsClients(connection, clock, chance.Fork("client")), Deployment.Default, clock),
                () => throw new InvalidOperationException("Nothing is announced here."),
                () => throw new InvalidOperationException("No API is here.")),
            clock);

        var failure = Assert.Throws<TaskFailedException>(() => clock.Run(() => host.InvokeAsync(new TaskInvocation(resource, payload))));
        return (failure, clock.Elapsed);
    }
}
