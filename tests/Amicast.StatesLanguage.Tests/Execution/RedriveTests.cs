using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Tests.Execution;

/// <summary>When an execution can be redriven; what it then does, the redrive scenarios show.</summary>
public sealed class RedriveTests
{
    private const string Fails = """{"StartAt":"No","States":{"No":{"Type":"Fail"} } }""";
    private readonly Engine _engine = new();

    private Redrivability Redrivability => _engine.StepFunctions.DescribeExecution(Engine.ExecutionArn).Redrivability;

    [Theory]
    [InlineData(14, "REDRIVABLE", null)]
    [InlineData(14.1, "NOT_REDRIVABLE", "Execution redrivable period exceeded")]
    public void Execution_can_be_redriven_for_14_days_after_its_end(double days, string status, string? reason)
    {
        _engine.Run(Fails);
        _engine.Clock.Run(() => Task.Delay(TimeSpan.FromDays(days), _engine.Clock));
        Assert.Equal(new Redrivability(status, reason), Redrivability);
    }

    [Fact]
    public void Execution_that_lasted_its_year_cannot_be_redriven()
    {
        _engine.Run("""{"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":99999999,"End":true} } }""");
        Assert.Equal(new Redrivability("NOT_REDRIVABLE", "Execution has exceeded the max execution time"), Redrivability);
    }

    [Fact]
    public void Execution_whose_history_is_full_cannot_be_redriven()
    {
        _engine.Run("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"C"}],"Default":"A"},"C":{"Type":"Succeed"} } }""");
        Assert.Equal(new Redrivability("NOT_REDRIVABLE", "Execution history event limit exceeded"), Redrivability);
        AssertNotRedrivable("Execution history event limit exceeded", Engine.ExecutionArn);
    }

    [Fact]
    public void Execution_that_succeeded_or_runs_cannot_be_redriven()
    {
        _engine.Run("""{"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":10,"End":true} } }""");
        AssertNotRedrivable("Execution is SUCCEEDED and cannot be redriven", Engine.ExecutionArn);
        var running = _engine.StepFunctions.StartExecution(Engine.StateMachineArn).ExecutionArn;
        AssertNotRedrivable("Execution is RUNNING and cannot be redriven", running);
    }

    [Fact]
    public void Execution_that_was_stopped_before_its_first_state_starts_at_it()
    {
        _engine.StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse("""{"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":10,"End":true} } }"""));
        _engine.Clock.Run(() =>
        {
            _engine.StepFunctions.StartExecution(Engine.StateMachineArn, "run");
            _engine.StepFunctions.StopExecution(Engine.ExecutionArn);
            return Task.CompletedTask;
        });
        _engine.Redrive(0);
        Assert.Equal(
            ["ExecutionStarted", "ExecutionAborted", "ExecutionRedriven", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"],
            _engine.History().Select(entry => entry.Type));
    }

    [Fact]
    public void Execution_of_a_map_run_is_redriven_by_the_map_run_only()
    {
        var child = "";
        _engine.StepFunctions.Observe((arn, _) => child = arn == Engine.ExecutionArn ? child : arn);
        _engine.Run("""{"StartAt":"Each","States":{"Each":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"No","States":{"No":{"Type":"Fail"} } },"End":true} } }""", "[1]");
        Assert.Equal(new Redrivability("REDRIVABLE_BY_MAP_RUN", Reason: null), _engine.StepFunctions.DescribeExecution(child).Redrivability);
        AssertNotRedrivable("Execution is redriven by its Map Run: redrive the execution that started it", child);
    }

    [Fact]
    public void Client_token_redrives_once_within_15_minutes()
    {
        _engine.Run(Fails);
        _engine.Clock.Run(async () =>
        {
            var first = _engine.StepFunctions.RedriveExecution(Engine.ExecutionArn, "token");
            await Task.Delay(TimeSpan.FromMinutes(14), _engine.Clock);
            Assert.Equal(first, _engine.StepFunctions.RedriveExecution(Engine.ExecutionArn, "token"));
            await Task.Delay(TimeSpan.FromMinutes(1), _engine.Clock);
            Assert.Equal(Engine.Start.AddMinutes(15), _engine.StepFunctions.RedriveExecution(Engine.ExecutionArn, "token"));
        });
        Assert.Equal(2, _engine.StepFunctions.DescribeExecution(Engine.ExecutionArn).RedriveCount);
    }

    private void AssertNotRedrivable(string message, string arn)
    {
        var refusal = Assert.Throws<StepFunctionsException>(() => _engine.StepFunctions.RedriveExecution(arn));
        Assert.Equal(("ExecutionNotRedrivable", message), (refusal.Code, refusal.Message));
    }
}
