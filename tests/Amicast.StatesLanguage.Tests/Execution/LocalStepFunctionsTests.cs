using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Tests.Execution;

public sealed class LocalStepFunctionsTests
{
    private const string Nap = """{"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":60,"End":true} } }""";
    private readonly Engine _engine = new();

    [Fact]
    public void Execution_is_described_while_it_runs_and_after()
    {
        var stepFunctions = Register(Nap);
        _engine.Clock.Run(async () =>
        {
            Assert.Equal(new StartedExecution(Engine.ExecutionArn, Engine.Start), stepFunctions.StartExecution(Engine.StateMachineArn, "run", """{ "a": 1 }"""));
            var running = new ExecutionDescription(
                Engine.ExecutionArn, Engine.StateMachineArn, "run", "RUNNING", Engine.Start, null, """{ "a": 1 }""", null, null, null)
            {
                Redrivability = new Redrivability("NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven"),
            };
            Assert.Equal(running, stepFunctions.DescribeExecution(Engine.ExecutionArn));
            var ended = await stepFunctions.WaitForExecutionAsync(Engine.ExecutionArn);
            var succeeded = running with
            {
                Status = "SUCCEEDED",
                StopDate = Engine.Start.AddSeconds(60),
                Output = """{"a":1}""",
                Redrivability = new Redrivability("NOT_REDRIVABLE", "Execution is SUCCEEDED and cannot be redriven"),
            };
            Assert.Equal(succeeded, ended);
            Assert.Equal(ended, stepFunctions.DescribeExecution(Engine.ExecutionArn));
        });
    }

    [Fact]
    public void StartExecution_answers_before_the_first_state_runs()
    {
        var stepFunctions = Register(Nap);
        _engine.Clock.Run(() =>
        {
            stepFunctions.StartExecution(Engine.StateMachineArn, "run");
            Assert.Equal(["ExecutionStarted"], _engine.History().Select(entry => entry.Type));
            return stepFunctions.WaitForExecutionAsync(Engine.ExecutionArn);
        });
    }

    [Fact]
    public void Name_is_the_lock_the_same_input_joins_while_it_runs_and_nothing_after()
    {
        var stepFunctions = Register(Nap);
        _engine.Clock.Run(async () =>
        {
            var first = stepFunctions.StartExecution(Engine.StateMachineArn, "run", """{"a":1}""");
            await Task.Delay(TimeSpan.FromSeconds(1), _engine.Clock);
            Assert.Equal(first, stepFunctions.StartExecution(Engine.StateMachineArn, "run", """{"a":1}"""));
            AssertRefused("ExecutionAlreadyExists", () => stepFunctions.StartExecution(Engine.StateMachineArn, "run", """{"a":2}"""));
            await stepFunctions.WaitForExecutionAsync(Engine.ExecutionArn);
            AssertRefused("ExecutionAlreadyExists", () => stepFunctions.StartExecution(Engine.StateMachineArn, "run", """{"a":1}"""));
        });
        Assert.Single(stepFunctions.ListExecutions(Engine.StateMachineArn).Executions);
    }

    [Fact]
    public void Unnamed_executions_get_names_from_chance()
    {
        var stepFunctions = Register(Nap);
        var other = Register(Nap, new Engine());
        Assert.Equal(stepFunctions.StartExecution(Engine.StateMachineArn), other.StartExecution(Engine.StateMachineArn));
        Assert.NotEqual(stepFunctions.StartExecution(Engine.StateMachineArn), stepFunctions.StartExecution(Engine.StateMachineArn));
    }

    [Fact]
    public void StopExecution_ends_it_as_aborted_and_nothing_of_it_goes_on()
    {
        var stepFunctions = Register(Nap);
        _engine.Clock.Run(async () =>
        {
            stepFunctions.StartExecution(Engine.StateMachineArn, "run");
            await Task.Delay(TimeSpan.FromSeconds(5), _engine.Clock);
            Assert.Equal(Engine.Start.AddSeconds(5), stepFunctions.StopExecution(Engine.ExecutionArn, "Stopped", "by hand"));
            await Task.Delay(TimeSpan.FromSeconds(500), _engine.Clock);
            Assert.Equal(Engine.Start.AddSeconds(5), stepFunctions.StopExecution(Engine.ExecutionArn, "Again", null));
        });
        Assert.Equal(
            """
              1 < 0       0.000s ExecutionStarted executionStartedEventDetails {"roleArn":"arn:aws:iam::123456789012:role/machine","input":"{}"}
              2 < 0       0.000s WaitStateEntered stateEnteredEventDetails {"name":"Nap","input":"{}"}
              3 < 0       5.000s ExecutionAborted executionAbortedEventDetails {"error":"Stopped","cause":"by hand"}

            """,
            _engine.HistoryText());
        Assert.Equal(("ABORTED", "Stopped", "by hand"), (Describe().Status, Describe().Error, Describe().Cause));
    }

    [Fact]
    public void Execution_that_its_own_function_stops_ends_there()
    {
        LocalStepFunctions? stepFunctions = null;
        var engine = new Engine(_ => new Function(_ =>
        {
            stepFunctions!.StopExecution(Engine.ExecutionArn);
            return Task.FromResult("1");
        }));
        stepFunctions = engine.StepFunctions;
        var ended = engine.Run("""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true} } }""");
        Assert.Equal(("ABORTED", 5), (ended.Status, engine.History().Count));
    }

    [Fact]
    public void Observer_sees_every_event_as_it_is_recorded()
    {
        var seen = new List<(string, StatesLanguage.History.HistoryEvent)>();
        _engine.StepFunctions.Observe((arn, entry) => seen.Add((arn, entry)));
        _engine.Run(Nap);
        Assert.Equal(_engine.History().Select(entry => (Engine.ExecutionArn, entry)), seen);
    }

    [Fact]
    public void History_is_paged_in_both_orders()
    {
        _engine.Run(Nap);
        Assert.Equal([1, 2, 3, 4], Ids(reverseOrder: false, pageSize: 3));
        Assert.Equal([4, 3, 2, 1], Ids(reverseOrder: true, pageSize: 1));
        var token = _engine.StepFunctions.GetExecutionHistory(Engine.ExecutionArn, 1).NextToken;
        AssertRefused("InvalidToken", () => _engine.StepFunctions.GetExecutionHistory(Engine.ExecutionArn, 1, reverseOrder: true, token));
        AssertRefused("InvalidToken", () => _engine.StepFunctions.GetExecutionHistory(Engine.ExecutionArn, 1, reverseOrder: false, "?"));
    }

    [Fact]
    public void Executions_are_listed_latest_first_by_page_and_status()
    {
        var stepFunctions = Register(Nap);
        stepFunctions.CreateStateMachine("other", StateMachineDefinition.Parse(Nap));
        foreach (var name in (string[])["a", "b", "c"])
        {
            stepFunctions.StartExecution(Engine.StateMachineArn, name);
            stepFunctions.StartExecution(Engine.StateMachineArn.Replace("machine:machine", "machine:other", StringComparison.Ordinal), name);
        }

        stepFunctions.StopExecution(Engine.ExecutionArn.Replace(":run", ":b", StringComparison.Ordinal));
        var first = stepFunctions.ListExecutions(Engine.StateMachineArn, maxResults: 2);
        var second = stepFunctions.ListExecutions(Engine.StateMachineArn, maxResults: 2, nextToken: first.NextToken);
        Assert.Equal(["c", "b"], Names(first));
        Assert.Equal(["a"], Names(second));
        Assert.Null(second.NextToken);
        Assert.Equal(["c", "a"], Names(stepFunctions.ListExecutions(Engine.StateMachineArn, "RUNNING")));
        Assert.Equal(["b"], Names(stepFunctions.ListExecutions(Engine.StateMachineArn, "ABORTED")));
    }

    [Theory]
    [InlineData("ExecutionDoesNotExist", "Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:machine:nope'", "arn:aws:states:us-east-1:123456789012:execution:machine:nope")]
    [InlineData("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: run'", "run")]
    [InlineData("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: stateMachine'", Engine.StateMachineArn)]
    public void Arn_that_is_no_execution_s_is_refused(string code, string message, string arn)
    {
        AssertRefused(code, () => _engine.StepFunctions.DescribeExecution(arn), message);
        AssertRefused(code, () => _engine.StepFunctions.GetExecutionHistory(arn), message);
        AssertRefused(code, () => _engine.StepFunctions.StopExecution(arn), message);
        AssertRefused(code, () => _ = _engine.StepFunctions.WaitForExecutionAsync(arn), message);
    }

    [Fact]
    public void State_machine_that_is_not_there_is_refused()
    {
        AssertRefused("StateMachineDoesNotExist", () => _engine.StepFunctions.StartExecution(Engine.StateMachineArn));
        AssertRefused("StateMachineDoesNotExist", () => _engine.StepFunctions.ListExecutions(Engine.StateMachineArn));
        AssertRefused("InvalidArn", () => _engine.StepFunctions.StartExecution(Engine.ExecutionArn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("control\u0007")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Name_out_of_the_allowed_set_is_refused(string name)
    {
        var stepFunctions = Register(Nap);
        AssertRefused("InvalidName", () => stepFunctions.StartExecution(Engine.StateMachineArn, name), $"Invalid Name: '{name}'");
        AssertRefused("InvalidName", () => stepFunctions.CreateStateMachine(name, StateMachineDefinition.Parse(Nap)));
    }

    [Fact]
    public void Input_that_is_no_json_or_too_large_is_refused()
    {
        var stepFunctions = Register(Nap);
        AssertRefused("InvalidExecutionInput", () => stepFunctions.StartExecution(Engine.StateMachineArn, "run", ""), "Invalid State Machine Execution Input: 'Invalid execution input.'");
        AssertRefused("InvalidExecutionInput", () => stepFunctions.StartExecution(Engine.StateMachineArn, "run", "{'a':1}"));
        AssertRefused("ValidationException", () => stepFunctions.StartExecution(Engine.StateMachineArn, "run", $"\"{new string('x', 262_143)}\""));
        stepFunctions.StartExecution(Engine.StateMachineArn, "run", $"\"{new string('x', 262_142)}\"");
    }

    private static string[] Names(ExecutionPage page) => [.. page.Executions.Select(execution => execution.Name)];

    private static void AssertRefused(string code, Action call, string? message = null)
    {
        var refusal = Assert.Throws<StepFunctionsException>(call);
        Assert.Equal((code, message ?? refusal.Message), (refusal.Code, refusal.Message));
    }

    private ExecutionDescription Describe() => _engine.StepFunctions.DescribeExecution(Engine.ExecutionArn);

    private LocalStepFunctions Register(string definition, Engine? engine = null)
    {
        var stepFunctions = (engine ?? _engine).StepFunctions;
        Assert.Equal(Engine.StateMachineArn, stepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(definition)));
        return stepFunctions;
    }

    private List<long> Ids(bool reverseOrder, int pageSize)
    {
        var ids = new List<long>();
        string? token = null;
        do
        {
            var page = _engine.StepFunctions.GetExecutionHistory(Engine.ExecutionArn, pageSize, reverseOrder, token);
            Assert.InRange(page.Events.Count, 1, pageSize);
            ids.AddRange(page.Events.Select(entry => entry.Id));
            token = page.NextToken;
        }
        while (token is not null);
        return ids;
    }
}
