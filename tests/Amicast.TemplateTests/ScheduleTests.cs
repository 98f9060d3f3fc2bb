using System.Text.Json;
using System.Text.RegularExpressions;
using Amicast.Requests;
using Amicast.Tests;
using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

/// <summary>The stack's own schedule, and those of a stack beside it.</summary>
public sealed partial class ScheduleTests
{
    private static readonly Template Template = Template.Deployed;
    private static readonly YamlMappingNode Start = Template.Map(Template.Resources["ScheduledStart"], "Properties");
    private static readonly YamlMappingNode Own = Template.Map(Start, "Events", "Schedule", "Properties");
    private static readonly IReadOnlyDictionary<string, YamlMappingNode> Others = Template.Schedules.ResourcesOf("AWS::Scheduler::Schedule");

    [Fact]
    public void Schedule_is_there_disabled_unless_the_parameters_give_it_and_a_request()
    {
        Assert.Equal(["", "UTC", "{}"], new[] { "Schedule", "ScheduleTimezone", "ScheduledRequest" }.Select(name => Template.Scalar(Template.Parameters, name, "Default")));
        Assert.Equal(
            ["!If IsScheduled ENABLED DISABLED", "!If IsScheduled !Ref Schedule rate(365 days)", "!Ref ScheduleTimezone", "!Not !Equals !Ref Schedule ", "!Not !Equals !Ref ScheduledRequest {}"],
            new[]
            {
                Own["State"], Own["ScheduleExpression"], Own["ScheduleExpressionTimezone"],
                Template.Conditions["IsScheduled"], Template.Rules["ScheduleHasRequest"]["Assertions"][0]["Assert"],
            }.Select(Flat));
    }

    [Fact]
    public void Delivery_has_the_schedules_ARN_its_time_and_the_request_as_JSON()
    {
        var input = Delivered(Template.Scalar(Own, "Input").Replace("${ScheduledRequest}", Repository.Read("examples/move-instance.json"), StringComparison.Ordinal));

        Assert.Equal("!Sub", Own["Input"].Tag);
        Assert.Equal(["schedule", "scheduledTime", "request"], input.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("<aws.scheduler.schedule-arn>", "<aws.scheduler.scheduled-time>"), (input.GetProperty("schedule").GetString(), input.GetProperty("scheduledTime").GetString()));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Repository.Read("examples/move-instance.json")), input.GetProperty("request")));
    }

    [Fact]
    public void What_a_schedule_starts_starts_the_state_machine_of_this_stack_and_nothing_else()
    {
        var definition = Repository.Read("statemachine/schedule.asl.json");

        Assert.Equal("statemachine/schedule.asl.json", Template.Scalar(Start, "DefinitionUri"));
        Assert.Equal(
            Placeholder().Matches(definition).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal),
            Template.Map(Start, "DefinitionSubstitutions").Children.Keys.Select(Template.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            ("!Ref AWS::Partition", "!GetAtt Distribution.Arn"),
            (Template.ShortForm(Start["DefinitionSubstitutions"]["Partition"]), Template.ShortForm(Start["DefinitionSubstitutions"]["DistributionArn"])));
        Assert.Equal(
            ["ScheduledStart states:StartExecution !GetAtt Distribution.Arn", "ScheduleRole states:StartExecution !GetAtt ScheduledStart.Arn", "ScheduleRole sqs:SendMessage !GetAtt ScheduleDeadLetters.Arn"],
            Statement.All.Where(statement => statement.Owner is "ScheduledStart" or "ScheduleRole")
                .Select(statement => $"{statement.Owner} {statement.Actions.Single()} {Template.ShortForm(statement.Node["Resource"])}"));
    }

    [Fact]
    public void Role_is_taken_by_the_Scheduler_for_schedules_of_this_account_alone()
    {
        var trust = ((YamlSequenceNode)Template.Resources["ScheduleRole"]["Properties"]["AssumeRolePolicyDocument"]["Statement"]).Single();

        Assert.Equal("!GetAtt ScheduleRole.Arn", Template.ShortForm(Own["RoleArn"]));
        Assert.Equal(
            ("scheduler.amazonaws.com", "!Ref AWS::AccountId", "!Sub arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule-group/default"),
            (Template.Scalar(trust, "Principal", "Service"),
                Template.ShortForm(trust["Condition"]["StringEquals"]["aws:SourceAccount"]),
                Template.ShortForm(trust["Condition"]["ArnLike"]["aws:SourceArn"])));
    }

    [Fact]
    public void What_cannot_be_delivered_or_started_rings_an_alarm()
    {
        Assert.Equal("!GetAtt ScheduleDeadLetters.Arn", Template.ShortForm(Own["DeadLetterConfig"]["Arn"]));
        Assert.Equal(
            [
                ("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "!GetAtt ScheduleDeadLetters.QueueName"),
                ("AWS/States", "ExecutionsFailed", "StateMachineArn", "!Ref ScheduledStart"),
            ],
            new[] { "ScheduleDeadLettersAlarm", "ScheduledStartsFailedAlarm" }.Select(alarm => Template.Resources[alarm]["Properties"]).Select(alarm =>
                (Template.Scalar(alarm, "Namespace"), Template.Scalar(alarm, "MetricName"), Template.Scalar(alarm["Dimensions"][0], "Name"), Template.ShortForm(alarm["Dimensions"][0]["Value"]))));
    }

    [Fact]
    public void Schedules_of_another_stack_start_what_the_stacks_own_starts_by_the_names_that_it_exports()
    {
        var exported = Template.Outputs.Children.Where(output => ((YamlMappingNode)output.Value).Children.ContainsKey("Export"))
            .ToDictionary(output => Template.Scalar(output.Value, "Export", "Name").Replace("${AWS::StackName}", "${Amicast}", StringComparison.Ordinal), output => Template.ShortForm(output.Value["Value"]));

        Assert.NotEmpty(Others);
        Assert.All(Others.Values, other =>
        {
            var target = other["Properties"]["Target"];
            Assert.Equal(
                ("!Ref ScheduledStart", "!GetAtt ScheduleRole.Arn", "!GetAtt ScheduleDeadLetters.Arn"),
                (Imported(target["Arn"]), Imported(target["RoleArn"]), Imported(target["DeadLetterConfig"]["Arn"])));
            Assert.Equal(Own["RetryPolicy"], target["RetryPolicy"]);
            Assert.Equal(Own["FlexibleTimeWindow"], other["Properties"]["FlexibleTimeWindow"]);
            // Created in the group that the role is for.
            Assert.DoesNotContain("GroupName", Template.Map(other, "Properties").Children.Keys.Select(Template.Value));
        });

        string Imported(YamlNode node)
        {
            Assert.Equal("!Sub", node["Fn::ImportValue"].Tag);
            return exported[Template.Scalar(node, "Fn::ImportValue")];
        }
    }

    [Fact]
    public void Schedules_of_another_stack_deliver_what_the_stacks_own_delivers_with_requests_that_are_in_order() => Assert.All(Others.Values, other =>
    {
        var input = Delivered(Template.Scalar(other, "Properties", "Target", "Input"));

        Assert.Equal(
            Delivered(Template.Scalar(Own, "Input").Replace("${ScheduledRequest}", "{}", StringComparison.Ordinal)).EnumerateObject().Select(Written),
            input.EnumerateObject().Select(Written));
        Assert.Empty(RequestDocument.Check(input.GetProperty("request")));
        Assert.Null(RequestDocument.RunOf(input.GetProperty("request")));
        Assert.Matches("^[A-Za-z0-9_-]{1,48}$", Template.Scalar(other, "Properties", "Name"));
    });

    private static string Written(JsonProperty property) => property.Value.ValueKind == JsonValueKind.String ? $"{property.Name}: {property.Value}" : property.Name;

    private static JsonElement Delivered(string input) => JsonElement.Parse(input);

    // A condition or a choice in one line.
    private static string Flat(YamlNode node)
    {
        var content = node is YamlSequenceNode items ? string.Join(' ', items.Select(Flat)) : Template.Value(node);
        return node.Tag.IsEmpty ? content : $"{node.Tag} {content}";
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
