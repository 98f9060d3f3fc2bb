using System.Globalization;

namespace Amicast.TemplateTests;

public sealed class StateMachineTests
{
    private static readonly Template Template = Template.Deployed;

    [Fact]
    public void Template_fills_every_placeholder_of_the_definition_with_the_published_version_of_the_function_of_that_name()
    {
        var placeholders = TaskState.All.Select(state => state.Placeholder).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            placeholders.Select(placeholder => (placeholder, $"!Ref {placeholder[..^"Arn".Length]}.Version")),
            Template.Map(Template.StateMachine, "DefinitionSubstitutions").Children
                .Select(s => (Template.Value(s.Key), Template.ShortForm(s.Value)))
                .OrderBy(s => s.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public void Definition_calls_the_function_of_every_step_and_no_other() =>
        Assert.Equal(
            Handlers.OfTheStateMachine().Select(handler => $"{handler}Function").Order(StringComparer.Ordinal),
            TaskState.All.Select(state => state.Placeholder[..^"Arn".Length]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void State_machine_may_invoke_every_version_of_every_step_and_nothing_else()
    {
        var invoke = Statement.All.Single(statement => statement.Actions.Contains("lambda:InvokeFunction"));

        Assert.Equal(
            Handlers.OfTheStateMachine().Select(handler => $"!Sub ${{{handler}Function.Arn}}:*").Order(StringComparer.Ordinal),
            ((YamlDotNet.RepresentationModel.YamlSequenceNode)invoke.Node["Resource"]).Select(Template.ShortForm).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_Task_state_waits_longer_than_its_function_may_take()
    {
        var function = int.Parse(Template.Scalar(Template.Globals, "Timeout"), CultureInfo.InvariantCulture);

        Assert.All(TaskState.All, state => Assert.True(state.Seconds > function, $"{state.Name}: {state.Seconds} s, its function {function} s"));
    }

    [Fact]
    public void State_machine_is_named_after_the_stack_so_that_its_ARN_can_be_spelled() =>
        Assert.Equal("!Ref AWS::StackName", Template.ShortForm(Template.StateMachine["Name"]));

    [Fact]
    public void State_machine_logs_without_the_data_of_its_executions() =>
        Assert.Equal(
            ("STANDARD", "statemachine/distribution.asl.json", "false", "true"),
            (Template.Scalar(Template.StateMachine, "Type"),
                Template.Scalar(Template.StateMachine, "DefinitionUri"),
                Template.Scalar(Template.StateMachine, "Logging", "IncludeExecutionData"),
                Template.Scalar(Template.StateMachine, "Tracing", "Enabled")));
}
