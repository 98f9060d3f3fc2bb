using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Functions.Metrics;
using Amicast.Functions.Runtime;
using Amicast.Functions.Runtime.Logging;
using Amicast.Functions.Steps;
using Amicast.Functions.Tests.Steps;
using Amicast.Reports;
using Amicast.Steps;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.Functions.Tests.Metrics;

public sealed class ThrottleMetricsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly ImageRecord Pending = new("eu-central-1", "ami-1", "web", "pending", 1, [], null, Start, Start, Looks: 3, WaitSeconds: 30);
    private readonly VirtualClock _clock = new(Start);
    private readonly ScriptedEc2 _ec2 = new();
    private readonly StringWriter _output = new();

    [Fact]
    public void Throttled_calls_are_counted_for_their_Region_whether_or_not_the_short_retry_cures_them()
    {
        Throttle(2);
        _ec2.Answers("DescribeImages", "<imagesSet><item><imageId>ami-1</imageId><imageState>available</imageState></item></imagesSet>");

        Handle();

        var line = Assert.Single(MetricLines());
        Assert.Empty(EmbeddedMetricFormat.Problems(line));
        Assert.Equal(
            $$$"""{"_aws":{"Timestamp":{{{_clock.GetUtcNow().ToUnixTimeMilliseconds()}}},"CloudWatchMetrics":[{"Namespace":"Amicast","Dimensions":[["Region"]],"Metrics":[{"Name":"ThrottledCalls","Unit":"Count"}]}]},"Region":"eu-central-1","step":"CheckImage","run":"web","execution":"web--2","ThrottledCalls":2}""",
            line);
    }

    [Fact]
    public void A_call_that_is_throttled_for_good_counts_every_attempt()
    {
        Throttle(3);

        Assert.Throws<Amicast.Errors.ThrottledException>(Handle);

        Assert.EndsWith("\"ThrottledCalls\":3}", Assert.Single(MetricLines()), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_nothing_was_throttled_and_the_log_line_has_the_scope_as_members()
    {
        _ec2.Answers("DescribeImages", "<imagesSet><item><imageId>ami-1</imageId><imageState>available</imageState></item></imagesSet>");

        Handle();

        Assert.Equal(
            """{"timestamp":"2026-11-22T02:00:00.000Z","level":"INFO","requestId":"r1","message":"CheckImage of run web, execution web--2, in eu-central-1 took 0 ms","step":"CheckImage","run":"web","execution":"web--2","region":"eu-central-1","milliseconds":0}""" + "\n",
            _output.ToString());
    }

    private void Throttle(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _ec2.Refuses(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", "Request limit exceeded.");
        }
    }

    private IEnumerable<string> MetricLines() => _output.ToString().Split('\n').Where(line => line.Contains("\"_aws\"", StringComparison.Ordinal));

    private void Handle()
    {
        var clients = new AwsClients(new AwsConnection(new BasicAWSCredentials("id", "key"), _ec2, "us-east-1"), _clock, new Chance(1));
        var metrics = new ThrottleMetrics(clients.Throttled, new MetricLines(_output), _clock);
        var handler = new StepHandler(new StepTable(clients, Deployment.Default, _clock).Find("CheckImage"), _clock, new InvocationClock(_clock), metrics);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new CheckImageInput(Start.AddDays(1), Pending, "web", "web--2"), AmicastJson.Default.CheckImageInput);
        var invocation = new Invocation("r1", DateTimeOffset.MaxValue, "arn", null, null, new MemoryStream(payload));
        var log = new LambdaLogger(new LogOutput(_output, LogFormat.Json, Amazon.Lambda.Core.LogLevel.Trace, _clock), "r1");
        _clock.Run(() => handler.HandleAsync(invocation.Payload, new LambdaContext(invocation, LambdaEnvironment.Read(_ => ""), log, _clock)));
    }
}
