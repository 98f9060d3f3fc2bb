using System.Text.Json;
using Amicast.Announcements;
using Amicast.Tests;
using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

/// <summary>What watches a deployed stack: the rules on ends of executions, the notification topic and the alarms.</summary>
public sealed class OperationsTests
{
    private static readonly Template Template = Template.Deployed;
    private static readonly IReadOnlyDictionary<string, YamlMappingNode> Alarms = Template.ResourcesOf("AWS::CloudWatch::Alarm");

    [Fact]
    public void Announce_is_started_by_every_end_of_this_state_machines_executions()
    {
        var pattern = Template.Map(Rule("ExecutionEnded"), "Pattern");

        Assert.Equal(("aws.states", "Step Functions Execution Status Change"), (Texts(pattern["source"]).Single(), Texts(pattern["detail-type"]).Single()));
        Assert.Equal(["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"], Texts(pattern["detail"]["status"]));
        Assert.Equal("!Ref Distribution", Template.ShortForm(((YamlSequenceNode)pattern["detail"]["stateMachineArn"]).Single()));
    }

    [Fact]
    public void Whatever_cannot_be_announced_or_sent_goes_to_the_queue_that_has_an_alarm()
    {
        const string Queue = "!GetAtt AnnounceDeadLetters.Arn";
        var announce = Template.Functions["AnnounceFunction"];

        Assert.Equal(
            [Queue, Queue, Queue],
            new[]
            {
                announce["Properties"]["EventInvokeConfig"]["DestinationConfig"]["OnFailure"]["Destination"],
                Rule("ExecutionEnded")["DeadLetterConfig"]["Arn"],
                Target()["DeadLetterConfig"]["Arn"],
            }.Select(Template.ShortForm));
        Assert.Equal(
            "!GetAtt AnnounceDeadLetters.QueueName", Template.ShortForm(Alarms["AnnounceDeadLettersAlarm"]["Properties"]["Dimensions"][0]["Value"]));
    }

    [Fact]
    public void The_line_that_is_sent_is_made_of_what_a_completion_event_has()
    {
        var rule = Template.ResourcesOf("AWS::Events::Rule")["RunEndedRule"];
        var pattern = rule["Properties"]["EventPattern"];
        using var heard = JsonDocument.Parse(Repository.Read("tests/Amicast.WorkflowTests/Announcements/Approved/aborted.json"));

        Assert.Equal((RunEnded.Source, RunEnded.DetailType, "Notifies"), (Texts(pattern["source"]).Single(), Texts(pattern["detail-type"]).Single(), Template.Scalar(rule, "Condition")));
        var paths = Template.Map(Target(), "InputTransformer", "InputPathsMap").Children;
        Assert.Equal("\"<summary> - <execution>\"", Template.Scalar(Target(), "InputTransformer", "InputTemplate"));
        Assert.Equal(["summary", "execution"], paths.Keys.Select(Template.Value));
        Assert.All(paths.Values.Select(Template.Value), path =>
            Assert.Equal(JsonValueKind.String, path["$.".Length..].Split('.').Aggregate(heard.RootElement, (at, name) => at.GetProperty(name)).ValueKind));
    }

    [Fact]
    public void Every_alarm_keeps_quiet_without_data_and_goes_to_the_topic_where_there_is_one()
    {
        Assert.Equal(
            [
                "AnnounceDeadLettersAlarm", "ExecutionsAbortedAlarm", "ExecutionsTimedOutAlarm", "FunctionDefectsAlarm", "FunctionsThrottledAlarm", "RunsFailedAlarm",
                "ScheduleDeadLettersAlarm", "ScheduledStartsFailedAlarm",
            ],
            Alarms.Keys.Order(StringComparer.Ordinal));
        Assert.All(Alarms.Values, alarm =>
        {
            Assert.Equal("notBreaching", Template.Scalar(alarm, "Properties", "TreatMissingData"));
            var actions = (YamlSequenceNode)alarm["Properties"]["AlarmActions"];
            Assert.Equal(("!If", "Notifies", "!Ref NotificationTopic"), (actions.Tag.Value, Template.Value(actions[0]), Template.ShortForm(actions[1][0])));
        });
    }

    [Fact]
    public void The_alarm_on_failed_runs_watches_a_metric_that_is_written()
    {
        var alarm = Alarms["RunsFailedAlarm"]["Properties"];
        var dimensions = ((YamlSequenceNode)alarm["Dimensions"]).Select(dimension => Template.Scalar(dimension, "Name")).ToList();
        using var written = JsonDocument.Parse(Repository.Read("tests/Amicast.WorkflowTests/Announcements/Approved/metrics-failed.txt").Split('\n')[0]);
        var directive = written.RootElement.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];

        Assert.Equal(directive.GetProperty("Namespace").GetString(), Template.Scalar(alarm, "Namespace"));
        Assert.Contains(Template.Scalar(alarm, "MetricName"), directive.GetProperty("Metrics").EnumerateArray().Select(metric => metric.GetProperty("Name").GetString()));
        Assert.Contains(directive.GetProperty("Dimensions").EnumerateArray(), set => set.EnumerateArray().Select(name => name.GetString()!).SequenceEqual(dimensions));
        Assert.Equal(Template.Scalar(alarm["Dimensions"][1], "Value"), written.RootElement.GetProperty("State").GetString());
    }

    [Fact]
    public void The_execution_ends_a_day_after_the_longest_run_may_wait()
    {
        using var definition = JsonDocument.Parse(Repository.Read("statemachine/distribution.asl.json"));
        using var schema = JsonDocument.Parse(Repository.Read("docs/request.schema.json"));
        var most = schema.RootElement.GetProperty("properties").GetProperty("timeoutMinutes").GetProperty("maximum").GetInt32();

        Assert.Equal(TimeSpan.FromMinutes(most) + TimeSpan.FromDays(1), TimeSpan.FromSeconds(definition.RootElement.GetProperty("TimeoutSeconds").GetInt32()));
    }

    private static YamlMappingNode Rule(string name) => Template.Map(Template.Functions["AnnounceFunction"], "Properties", "Events", name, "Properties");

    private static YamlNode Target() => Template.ResourcesOf("AWS::Events::Rule")["RunEndedRule"]["Properties"]["Targets"][0];

    private static IEnumerable<string> Texts(YamlNode list) => ((YamlSequenceNode)list).Select(Template.Value);
}
