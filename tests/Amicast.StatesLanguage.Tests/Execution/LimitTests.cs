using System.Text.Json;

namespace Amicast.StatesLanguage.Tests.Execution;

public sealed class LimitTests
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:f";

    [Fact]
    public void History_of_25000_events_fails_the_execution()
    {
        var engine = new Engine();
        var ended = engine.Run("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"C"}],"Default":"A"},"C":{"Type":"Succeed"} } }""");
        var history = engine.History();
        Assert.Equal(
            (25_000, "FAILED", "States.Runtime", "The execution reached the maximum number of history events (25000)."),
            (history.Count, ended.Status, ended.Error, ended.Cause));
        Assert.Equal((25_000, 24_999, "ExecutionFailed"), (history[^1].Id, history[^1].PreviousEventId, history[^1].Type));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(9_000)]
    public void History_that_fills_inside_a_map_fails_the_execution_once(int items)
    {
        var engine = new Engine();
        var ended = engine.Run(
            """{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"C"}],"Default":"A"},"C":{"Type":"Succeed"} } },"End":true} } }""",
            JsonSerializer.Serialize(Enumerable.Range(0, items)));
        Assert.Equal(("FAILED", "States.Runtime", 25_000), (ended.Status, ended.Error, engine.History().Count));
    }

    [Theory]
    [InlineData(0, 40)]
    [InlineData(3, 3)]
    [InlineData(100, 40)]
    public void Map_runs_no_more_iterations_at_a_time_than_it_may(int maxConcurrency, int most)
    {
        var (running, highest) = (0, 0);
        var engine = new Engine(clock => new Function(async invocation =>
        {
            highest = Math.Max(highest, ++running);
            await Task.Delay(TimeSpan.FromSeconds(1 + (int.Parse(invocation.Input) % 7)), clock);
            running--;
            return invocation.Input;
        }));
        var items = JsonSerializer.Serialize(Enumerable.Range(0, 90));
        var ended = engine.Run(
            $$"""{"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":{{maxConcurrency}},"ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"{{Function}}","End":true} } },"End":true} } }""",
            items);
        Assert.Equal((most, items), (highest, ended.Output));
    }

    [Fact]
    public void Output_of_a_state_may_have_256_KiB_and_no_more()
    {
        // Two copies of the input in an array: 2 x + 3 bytes.
        const string Twice = """{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"} } },{"StartAt":"B","States":{"B":{"Type":"Succeed"} } }],"End":true} } }""";
        var fits = new Engine().Run(Twice, $"\"{new string('x', 131_068)}\"");
        var exceeds = new Engine().Run(Twice, $"\"{new string('x', 131_069)}\"");
        Assert.Equal(("SUCCEEDED", 262_143), (fits.Status, fits.Output!.Length));
        var exactly = new Engine().Run("""{"StartAt":"S","States":{"S":{"Type":"Succeed"} } }""", $"\"{new string('x', 262_142)}\"");
        Assert.Equal(("SUCCEEDED", 262_144), (exactly.Status, exactly.Output!.Length));
        Assert.Equal(
            ("FAILED", "States.DataLimitExceeded", "The state/task 'P' returned a result with a size exceeding the maximum number of bytes service limit."),
            (exceeds.Status, exceeds.Error, exceeds.Cause));
    }

    [Fact]
    public void Answer_and_failure_after_the_timeout_are_dropped()
    {
        var late = new List<string>();
        var engine = new Engine(clock => new Function(async invocation =>
        {
            await Task.Delay(TimeSpan.FromSeconds(10), clock);
            late.Add(invocation.Input);
            return invocation.Input == "1" ? "1" : throw new InvalidOperationException("Nobody hears this.");
        }));
        var ended = engine.Run(
            $$"""{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"{{Function}}","TimeoutSeconds":3,"Catch":[{"ErrorEquals":["States.Timeout"],"Next":"W"}],"End":true},"W":{"Type":"Wait","Seconds":20,"End":true} } },"End":true} } }""",
            "[1,2]");
        Assert.Equal(["1", "2"], late);
        Assert.Equal("""[{"Error":"States.Timeout","Cause":""},{"Error":"States.Timeout","Cause":""}]""", ended.Output);
        Assert.Equal(Engine.Start.AddSeconds(23), ended.StopDate);
    }

    [Fact]
    public void Function_whose_host_leaves_the_world_s_thread_is_a_runtime_error()
    {
        var answer = new TaskCompletionSource<string>();
        var engine = new Engine(_ => new Function(_ => answer.Task));
        engine.StepFunctions.CreateStateMachine("machine", StatesLanguage.Definition.StateMachineDefinition.Parse(
            $$"""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{Function}}","End":true} } }"""));
        engine.Clock.Run(async () =>
        {
            engine.StepFunctions.StartExecution(Engine.StateMachineArn, "run");
            await Task.Delay(TimeSpan.FromSeconds(1), engine.Clock);
            var other = new Thread(() => answer.SetResult("1"));
            other.Start();
            other.Join();
        });
        var ended = engine.StepFunctions.DescribeExecution(Engine.ExecutionArn);
        Assert.Equal("States.Runtime", ended.Error);
        Assert.StartsWith($"The host of '{Function}' failed: System.InvalidOperationException: This code left the thread", ended.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Executions_beside_each_other_do_not_change_each_other_s_chance()
    {
        const string Draw = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"P"},"P":{"Type":"Pass","Parameters":{"id.$":"States.UUID()"},"End":true} } }""";
        var alone = new Engine().Run(Draw).Output;
        var engine = new Engine();
        engine.StepFunctions.CreateStateMachine("machine", StatesLanguage.Definition.StateMachineDefinition.Parse(Draw));
        engine.StepFunctions.StartExecution(Engine.StateMachineArn, "another");
        Assert.Equal(alone, engine.Run(Draw).Output);
    }
}
