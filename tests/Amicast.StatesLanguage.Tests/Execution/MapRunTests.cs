using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Tests.Execution;

public sealed class MapRunTests
{
    private const string Naps = """{"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"naps","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Nap","States":{"Nap":{"Type":"Wait","SecondsPath":"$","End":true} } },"End":true} } }""";
    private readonly Engine _engine = new();
    private readonly List<string> _children = [];

    public MapRunTests() => _engine.StepFunctions.Observe((arn, entry) =>
    {
        if (entry is { Type: "ExecutionStarted" } && arn != Engine.ExecutionArn)
        {
            _children.Add(arn);
        }
    });

    [Fact]
    public void Item_is_worked_on_by_an_execution_with_its_own_history()
    {
        Assert.Equal("[5]", _engine.Run(Naps, "[5]").Output);
        var child = Assert.Single(_children);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:execution:machine/naps:", child, StringComparison.Ordinal);
        Assert.Equal(
            """
              1 < 0       0.000s ExecutionStarted executionStartedEventDetails {"roleArn":"arn:aws:iam::123456789012:role/machine","input":"5"}
              2 < 0       0.000s WaitStateEntered stateEnteredEventDetails {"name":"Nap","input":"5"}
              3 < 2       5.000s WaitStateExited stateExitedEventDetails {"name":"Nap","output":"5"}
              4 < 3       5.000s ExecutionSucceeded executionSucceededEventDetails {"output":"5"}

            """.ReplaceLineEndings("\n"),
            Engine.HistoryText(_engine.History(child)));
    }

    [Fact]
    public void Executions_are_listed_and_described_with_their_map_run()
    {
        var mapRun = "";
        _engine.StepFunctions.Observe((_, entry) => mapRun = entry.Details?.MapRunArn ?? mapRun);
        _engine.Run(Naps.Replace("\"Label\"", "\"ItemBatcher\":{\"MaxItemsPerBatch\":2},\"Label\"", StringComparison.Ordinal).Replace("\"$\"", "\"$.Items[0]\"", StringComparison.Ordinal), "[5,6,7]");
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:mapRun:machine/naps:", mapRun, StringComparison.Ordinal);
        var page = _engine.StepFunctions.ListExecutions(new ExecutionFilter(null, mapRun, "SUCCEEDED", "NOT_REDRIVEN"), 0, null);
        Assert.Equal([(_children[1], new MapRunPart(mapRun, 1)), (_children[0], new MapRunPart(mapRun, 2))], page.Executions.Select(one => (one.ExecutionArn, one.MapRun)));
        Assert.Equal([Engine.ExecutionArn], _engine.StepFunctions.ListExecutions(Engine.StateMachineArn).Executions.Select(one => one.ExecutionArn));
        Assert.Equal("arn:aws:states:us-east-1:123456789012:stateMachine:machine/naps", page.Executions[0].StateMachineArn);
    }

    [Fact]
    public void Parent_s_year_ends_before_that_of_its_executions()
    {
        var ended = _engine.Run(Naps, "[99999999]");
        Assert.Equal(("TIMED_OUT", Engine.Start.AddDays(365)), (ended.Status, ended.StopDate!.Value));
        Assert.Equal("ABORTED", _engine.StepFunctions.DescribeExecution(_children[0]).Status);
    }

    [Fact]
    public void Item_that_is_made_too_large_fails_the_state()
    {
        var ended = _engine.Run(Naps.Replace("\"Label\"", "\"ItemSelector\":{\"a.$\":\"$\",\"b.$\":\"$\"},\"Label\"", StringComparison.Ordinal), $"[\"{new string('x', 140_000)}\"]");
        Assert.Equal(("FAILED", "States.DataLimitExceeded"), (ended.Status, ended.Error));
    }

    [Fact]
    public void Executions_are_aborted_with_the_one_that_started_them()
    {
        _engine.StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(Naps));
        _engine.Clock.Run(async () =>
        {
            _engine.StepFunctions.StartExecution(Engine.StateMachineArn, "run", "[5,60]");
            await Task.Delay(TimeSpan.FromSeconds(10), _engine.Clock);
            _engine.StepFunctions.StopExecution(Engine.ExecutionArn);
        });
        Assert.Equal(["SUCCEEDED", "ABORTED"], _children.Select(child => _engine.StepFunctions.DescribeExecution(child).Status));
    }

    [Fact]
    public void Ten_thousand_items_run_at_once_and_no_more()
    {
        var ended = _engine.Run(Naps, $"[{string.Join(',', Enumerable.Repeat(5, 10_001))}]");
        Assert.Equal(("SUCCEEDED", Engine.Start.AddSeconds(10), 10_001), (ended.Status, ended.StopDate!.Value, _children.Count));
    }
}
