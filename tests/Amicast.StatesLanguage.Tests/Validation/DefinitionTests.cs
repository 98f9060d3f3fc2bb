using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Validation;

namespace Amicast.StatesLanguage.Tests.Validation;

public sealed class DefinitionTests
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:f";

    [Fact]
    public void Everything_wrong_is_reported_at_once_with_its_path()
    {
        var problems = ProblemsOf($$"""
            {
              "StartAt": "Begin", "Comment": 1, "Extra": true,
              "States": {
                "A": { "Type": "Pass", "Next": "B", "End": true, "ResultPath": "$..x", "Resutl": 1 },
                "B": { "Type": "Task", "Resource": "{{Function}}", "Retry": [ { "ErrorEquals": [ "States.ALL", "X" ], "BackoffRate": 0.5 } ], "Next": "Nowhere" },
                "Odd one": { "Type": "Wait", "Seconds": 1, "SecondsPath": "$.s", "End": true },
                "M": { "Type": "Map", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "Next": "A" }
              }
            }
            """);
        Assert.Equal(
            [
                "$.Comment: SCHEMA_VALIDATION_FAILED: This must be a string.",
                "$.States.A.ResultPath: SCHEMA_VALIDATION_FAILED: '$..x' is not a reference path: it must lead to one place in the state's data.",
                "$.States.A: SCHEMA_VALIDATION_FAILED: A state has either Next or End.",
                "$.States.A.Resutl: SCHEMA_VALIDATION_FAILED: The field 'Resutl' is not one of those that belong here.",
                "$.States.B.Retry[0].ErrorEquals: SCHEMA_VALIDATION_FAILED: States.ALL must be alone in its list, and the list the last.",
                "$.States.B.Retry[0].BackoffRate: SCHEMA_VALIDATION_FAILED: This must be a number of at least 1.0.",
                "$.States['Odd one']: SCHEMA_VALIDATION_FAILED: Exactly one of Seconds, SecondsPath, Timestamp, TimestampPath must be given; 2 are.",
                "$.States.M.ItemProcessor.States.A: DUPLICATE_STATE_NAME: There is another state 'A'; names are unique in the whole definition.",
                "$.StartAt: MISSING_TRANSITION_TARGET: There is no state 'Begin' beside this one.",
                "$.States.B.Next: MISSING_TRANSITION_TARGET: There is no state 'Nowhere' beside this one.",
                "$.Extra: SCHEMA_VALIDATION_FAILED: The field 'Extra' is not one of those that belong here.",
            ],
            problems);
    }

    [Theory]
    [InlineData("", "$: MISSING_DESCRIPTION: There is no definition.")]
    [InlineData("{", "$: INVALID_JSON_DESCRIPTION")]
    [InlineData("[]", "$: SCHEMA_VALIDATION_FAILED: This must be an object.")]
    [InlineData("{}", "$: SCHEMA_VALIDATION_FAILED: The field 'StartAt' is missing.", "$: SCHEMA_VALIDATION_FAILED: The field 'States' is missing.")]
    [InlineData("""{"StartAt":"A","States":{}}""", "$.States: SCHEMA_VALIDATION_FAILED: There must be a state.", "$.StartAt: MISSING_TRANSITION_TARGET")]
    public void Definition_that_is_none_is_refused(string definition, params string[] beginnings) => AssertBeginnings(beginnings, ProblemsOf(definition));

    [Theory]
    [InlineData("""{"Type":"Pass","Next":"S"}""", "$: MISSING_END_STATE: The workflow has no state that ends it.")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Next":"I"}}},"End":true}""", "$.States.S.ItemProcessor: MISSING_END_STATE")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"","States":{"":{"Type":"Succeed"}}},"End":true}""", "$.States.S.ItemProcessor.States['']: INVALID_STATE_NAME")]
    [InlineData("""{"Type":"Pass"}""", "$.States.S: SCHEMA_VALIDATION_FAILED: A state has either Next or End.")]
    [InlineData("""{"Type":"Pass","End":false}""", "$.States.S.End: SCHEMA_VALIDATION_FAILED: End is true or absent.")]
    [InlineData("""{"Type":"Sleep","End":true}""", "$.States.S.Type: SCHEMA_VALIDATION_FAILED: 'Sleep' is none of")]
    [InlineData("""{"End":true}""", "$.States.S: SCHEMA_VALIDATION_FAILED: The field 'Type' is missing.")]
    [InlineData("""{"Type":"Task","End":true}""", "$.States.S: SCHEMA_VALIDATION_FAILED: The field 'Resource' is missing.")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}""", "$.States.S: SCHEMA_VALIDATION_FAILED: lambda:invoke needs Parameters with FunctionName.")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Function":"f"},"End":true}""", "$.States.S.Parameters: SCHEMA_VALIDATION_FAILED: The field 'FunctionName' is missing.", "$.States.S.Parameters.Function: SCHEMA_VALIDATION_FAILED: The field 'Function' is none of lambda:invoke.")]
    [InlineData("""{"Type":"Task","Resource":"f","End":true}""", "$.States.S.Resource: INVALID_RESOURCE: 'f' is not the ARN")]
    [InlineData("""{"Type":"Choice","Choices":[]}""", "$.States.S: SCHEMA_VALIDATION_FAILED: Choices must have", "$: MISSING_END_STATE")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":"1","Next":"S"}]}""", "$.States.S.Choices[0].NumericEquals: SCHEMA_VALIDATION_FAILED: This must be a number.", "$: MISSING_END_STATE")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":1}]}""", "$.States.S.Choices[0]: SCHEMA_VALIDATION_FAILED: The field 'Next' is missing.", "$: MISSING_END_STATE")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","Next":"S"}]}""", "$.States.S.Choices[0]: SCHEMA_VALIDATION_FAILED: A condition has exactly one comparison operator; 0 are given.", "$: MISSING_END_STATE")]
    [InlineData("""{"Type":"Choice","Choices":[{"And":[{"Variable":"$.a","Is":1}],"Next":"S"}]}""", "$.States.S.Choices[0].And[0]: SCHEMA_VALIDATION_FAILED: A condition has", "$.States.S.Choices[0].And[0].Is: SCHEMA_VALIDATION_FAILED", "$: MISSING_END_STATE")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"S"}],"Default":"X"}""", "$.States.S.Default: MISSING_TRANSITION_TARGET")]
    [InlineData("""{"Type":"Wait","Seconds":-1,"End":true}""", "$.States.S.Seconds: SCHEMA_VALIDATION_FAILED: This must be an integer from 0 to 99999999.")]
    [InlineData("""{"Type":"Wait","Timestamp":"soon","End":true}""", "$.States.S.Timestamp: SCHEMA_VALIDATION_FAILED: 'soon' is not a timestamp")]
    [InlineData("""{"Type":"Fail","Error":"E","ErrorPath":"$.e"}""", "$.States.S.ErrorPath: SCHEMA_VALIDATION_FAILED: Error and ErrorPath exclude each other.")]
    [InlineData("""{"Type":"Fail","CausePath":"States.Array(1)"}""", "$.States.S.CausePath: SCHEMA_VALIDATION_FAILED: States.Array does not return a string")]
    [InlineData("""{"Type":"Fail","Next":"S"}""", "$.States.S.Next: SCHEMA_VALIDATION_FAILED: The field 'Next' is not one of those that belong here.")]
    [InlineData("""{"Type":"Parallel","Branches":[],"End":true}""", "$.States.S: SCHEMA_VALIDATION_FAILED: Branches must have")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"Label":"a b","ToleratedFailurePercentage":101,"ItemBatcher":{},"End":true}""", "$.States.S.ItemProcessor.ProcessorConfig: SCHEMA_VALIDATION_FAILED: The field 'ExecutionType' is missing.", "$.States.S.Label: INVALID_LABEL_NAME: A label is of", "$.States.S.ToleratedFailurePercentage: SCHEMA_VALIDATION_FAILED: This must be at most 100.", "$.States.S.ItemBatcher: SCHEMA_VALIDATION_FAILED: One of")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"Label":"l","End":true}""", "$.States.S.Label: SCHEMA_VALIDATION_FAILED: The field 'Label' is not one of those that belong here.")]
    [InlineData("""{"Type":"Map","End":true}""", "$.States.S: SCHEMA_VALIDATION_FAILED: Exactly one of ItemProcessor, Iterator must be given; 0 are.")]
    [InlineData("""{"Type":"Pass","InputPath":"a","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: 'a' is not a path this engine reads: '$' is missing at character 1.")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b =~ /x/)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b =~ /x/)]' is not a path this engine reads: the operator '=~' of a filter is not supported at character 11.")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b size 2)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b size 2)]' is not a path this engine reads: the operator 'size' of a filter is not supported")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b === 2)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b === 2)]' is not a path this engine reads: the operator '===' of a filter is not supported")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b == $.c)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b == $.c)]' is not a path this engine reads: a filter looks at its own element (@) only")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@..b)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@..b)]' is not a path this engine reads: a path inside a filter must lead to one place")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@[?(@.b)])]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@[?(@.b)])]' is not a path this engine reads: a filter inside a filter is not supported")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.length() > 2)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.length() > 2)]' is not a path this engine reads: functions of a path are not supported")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?@.b]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?@.b]' is not a path this engine reads: '(' is missing at character 6.")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(1)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(1)]' is not a path this engine reads: an operator is missing")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b ==)]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b ==)]' is not a path this engine reads: a value is missing")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b]","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b]' is not a path this engine reads: ')' is missing")]
    [InlineData("""{"Type":"Pass","ResultPath":"$.a[?(@.b)]","End":true}""", "$.States.S.ResultPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b)]' is not a reference path")]
    [InlineData("""{"Type":"Wait","SecondsPath":"$.a[?(@.b)]","End":true}""", "$.States.S.SecondsPath: SCHEMA_VALIDATION_FAILED: '$.a[?(@.b)]' must be a reference path")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a.length()","End":true}""", "$.States.S.InputPath: SCHEMA_VALIDATION_FAILED: '$.a.length()' is not a path this engine reads: functions of a path are not supported")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"x"},"End":true}""", "$.States.S.Parameters['a.$']: SCHEMA_VALIDATION_FAILED: 'x' is no call of an intrinsic function")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":1},"End":true}""", "$.States.S.Parameters['a.$']: SCHEMA_VALIDATION_FAILED: The value of 'a.$' must be a path")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"$.a","a":1},"End":true}""", "$.States.S.Parameters.a: SCHEMA_VALIDATION_FAILED: The field 'a' is given twice.")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"States.Nope(1)"},"End":true}""", "$.States.S.Parameters['a.$']: SCHEMA_VALIDATION_FAILED: 'States.Nope(1)' is no call of an intrinsic function: 'States.Nope' is no intrinsic function")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"States.MathAdd(1)"},"End":true}""", "$.States.S.Parameters['a.$']: SCHEMA_VALIDATION_FAILED: 'States.MathAdd(1)' is no call of an intrinsic function: States.MathAdd does not take 1 arguments")]
    public void State_that_is_wrong_is_refused(string state, params string[] beginnings) => AssertBeginnings(beginnings, ProblemsOf(WithState(state)));

    [Theory]
    [InlineData("""{"Type":"Pass","QueryLanguage":"JSONata","End":true}""", "$.States.S.QueryLanguage")]
    [InlineData("""{"Type":"Pass","Assign":{"a":1},"End":true}""", "$.States.S.Assign")]
    [InlineData("""{"Type":"Pass","Output":"x","End":true}""", "$.States.S.Output")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Arguments":{},"End":true}""", "$.States.S.Arguments", "$.States.S.Resource")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.sync","Parameters":{},"End":true}""", "$.States.S.Resource")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ec2:describeImages","Parameters":{},"End":true}""", "$.States.S.Resource")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync","Parameters":{},"End":true}""", "$.States.S.Resource")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","InvocationType":"Event"},"End":true}""", "$.States.S.Parameters.InvocationType")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:a","End":true}""", "$.States.S.Resource")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Credentials":{},"End":true}""", "$.States.S.Credentials")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"ItemReader":{},"ResultWriter":{},"End":true}""", "$.States.S.ItemReader", "$.States.S.ResultWriter")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"End":true}""", "$.States.S.ItemProcessor.ProcessorConfig.ExecutionType")]
    public void What_the_engine_does_not_run_is_refused_by_name(string state, params string[] paths) =>
        AssertBeginnings([.. paths.Select(path => path + ": NOT_SUPPORTED: '")], ProblemsOf(WithState(state)));

    [Theory]
    [InlineData("""{"Type":"Pass","QueryLanguage":"JSONPath","Comment":"c","End":true}""")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:f:$LATEST","HeartbeatSeconds":1,"TimeoutSeconds":2,"Catch":[{"ErrorEquals":["States.Permissions"],"Next":"S"}],"End":true}""")]
    [InlineData("""{"Type":"Map","Iterator":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"Parameters":{"x.$":"$$.Map.Item.Value"},"MaxConcurrencyPath":"$.n","End":true}""")]
    public void Definition_that_is_right_is_read(string state)
    {
        var text = WithState(state);
        Assert.Equal(text, StateMachineDefinition.Parse(text).Text);
    }

    [Fact]
    public void State_that_nothing_leads_to_is_refused() => Assert.Equal(
        ["$.States.C: MISSING_TRANSITION_TARGET: State 'C' is not reachable.", "$.States.D: MISSING_TRANSITION_TARGET: State 'D' is not reachable."],
        ProblemsOf("""
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "Next": "B" },
                "B": { "Type": "Pass", "Next": "E" },
                "E": { "Type": "Succeed" },
                "C": { "Type": "Pass", "Next": "D" },
                "D": { "Type": "Pass", "Next": "C" }
              }
            }
            """));

    [Fact]
    public void Label_that_is_given_twice_is_refused()
    {
        const string Map = """{"Type":"Map","Label":"l","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"#","States":{"#":{"Type":"Succeed"} } },""";
        var definition = $$"""{"StartAt":"A","States":{"A":{{Map.Replace("#", "IA", StringComparison.Ordinal)}}"Next":"B"},"B":{{Map.Replace("#", "IB", StringComparison.Ordinal)}}"End":true} } }""";
        Assert.Equal(["$.States.B.Label: DUPLICATE_LABEL_NAME: There is another label 'l'; labels are unique in the whole definition."], ProblemsOf(definition));
    }

    [Fact]
    public void What_looks_like_a_path_and_is_fixed_text_is_warned_of()
    {
        var problems = new Problems();
        Assert.NotNull(DefinitionReader.Read(
            """
            {
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass", "Parameters": { "a": "$.a", "b": ["States.UUID()"], "c": "$5", "d.$": "$.d" }, "Next": "B" },
                "B": { "Type": "Pass", "Result": { "x": ["$$.Execution.Id", 1] }, "Next": "C" },
                "C": { "Type": "Choice", "Choices": [ { "Variable": "$.x", "StringEquals": "$.y", "Next": "D" } ], "Default": "D" },
                "D": { "Type": "Fail", "Error": "$.error", "CausePath": "$.cause" }
              }
            }
            """,
            problems));
        Assert.Equal(
            ["$.States.A.Parameters.a: NO_DOLLAR", "$.States.A.Parameters.b[0]: NO_DOLLAR", "$.States.B.Result.x[0]: PASS_RESULT_IS_STATIC", "$.States.C.Choices[0].StringEquals: NO_PATH", "$.States.D.Error: NO_PATH"],
            problems.Warnings.Select(warning => $"{warning.Path}: {warning.Code}"));
    }

    private static string WithState(string state) => $$"""{"StartAt":"S","States":{"S":{{state}} } }""";

    private static string[] ProblemsOf(string definition) =>
        [.. Assert.Throws<InvalidDefinitionException>(() => StateMachineDefinition.Parse(definition)).Problems.Select(problem => problem.ToString())];

    private static void AssertBeginnings(string[] beginnings, string[] problems) => Assert.Equal(
        beginnings,
        problems.Select((problem, index) => index < beginnings.Length && problem.StartsWith(beginnings[index], StringComparison.Ordinal) ? beginnings[index] : problem));
}
