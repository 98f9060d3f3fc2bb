using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Tests.Execution;

public sealed class TaskTokenTests
{
    private const string Ask = """{"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"ask","Payload.$":"$$.Task.Token"},"End":true} } }""";
    private const string Other = "arn:aws:states:us-east-1:123456789012:stateMachine:other";
    private string _token = "";

    [Fact]
    public void Task_without_a_timeout_waits_for_its_token_until_the_year_ends()
    {
        var engine = EngineOfAsk();
        var ended = engine.Run(Ask);
        Assert.Equal(("TIMED_OUT", Engine.Start.AddDays(365)), (ended.Status, ended.StopDate!.Value));
        AssertRefused("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'", () => engine.StepFunctions.SendTaskSuccess(_token, "{}"));
    }

    [Fact]
    public void Token_is_good_for_one_answer_that_the_task_gets_after_the_call()
    {
        var engine = EngineOfAsk();
        engine.StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(Ask));
        var ended = engine.Clock.Run(async () =>
        {
            engine.StepFunctions.StartExecution(Engine.StateMachineArn, "run");
            await Task.Delay(TimeSpan.FromHours(3), engine.Clock);
            engine.StepFunctions.SendTaskHeartbeat(_token);
            AssertRefused("InvalidOutput", "Invalid Output: ", () => engine.StepFunctions.SendTaskSuccess(_token, "{"));
            AssertRefused("InvalidOutput", "Invalid Output: ", () => engine.StepFunctions.SendTaskSuccess(_token, $"\"{new string('x', 262144)}\""));
            AssertRefused("InvalidToken", "Invalid Token: 'Invalid token'", () => engine.StepFunctions.SendTaskHeartbeat("token"));
            engine.StepFunctions.SendTaskSuccess(_token, "[1]");
            Assert.Equal("RUNNING", engine.StepFunctions.DescribeExecution(Engine.ExecutionArn).Status);
            AssertRefused("TaskTimedOut", "Task Timed Out: ", () => engine.StepFunctions.SendTaskFailure(_token));
            return await engine.StepFunctions.WaitForExecutionAsync(Engine.ExecutionArn);
        });
        Assert.Equal(("SUCCEEDED", "[1]", Engine.Start.AddHours(3)), (ended.Status, ended.Output, ended.StopDate!.Value));
    }

    [Fact]
    public void Function_that_never_answers_times_out_although_its_token_was_returned()
    {
        var engine = new Engine("""{"ask":[{"seconds":1000,"sends":[{"seconds":1,"answer":1}]}]}""");
        var ended = engine.Run(Ask.Replace("\"Payload.$\":\"$$.Task.Token\"},", "\"Payload\":{\"token.$\":\"$$.Task.Token\"}},\"TimeoutSeconds\":60,\"HeartbeatSeconds\":30,", StringComparison.Ordinal));
        Assert.Equal(("FAILED", "States.Timeout", Engine.Start.AddSeconds(60)), (ended.Status, ended.Error, ended.StopDate!.Value));
    }

    [Theory]
    [InlineData(false, "FAILED", 50)]
    [InlineData(true, "ABORTED", 20)]
    public void Execution_that_a_task_waits_for_is_stopped_when_the_task_ends_otherwise(bool isStopped, string status, int seconds)
    {
        var engine = new Engine();
        engine.StepFunctions.CreateStateMachine("other", StateMachineDefinition.Parse("""{"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":900,"End":true} } }"""));
        engine.StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(
            $$"""{"StartAt":"Wait","States":{"Wait":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"{{Other}}","Name":"o"},"TimeoutSeconds":50,"End":true} } }"""));
        var (parent, child) = engine.Clock.Run(async () =>
        {
            engine.StepFunctions.StartExecution(Engine.StateMachineArn, "run");
            await Task.Delay(TimeSpan.FromSeconds(seconds), engine.Clock);
            if (isStopped)
            {
                engine.StepFunctions.StopExecution(Engine.ExecutionArn);
            }

            return (await engine.StepFunctions.WaitForExecutionAsync(Engine.ExecutionArn), engine.StepFunctions.DescribeExecution("arn:aws:states:us-east-1:123456789012:execution:other:o"));
        });
        Assert.Equal((status, "ABORTED", Engine.Start.AddSeconds(seconds)), (parent.Status, child.Status, child.StopDate!.Value));
    }

    private static void AssertRefused(string code, string message, Action call)
    {
        var refused = Assert.Throws<StepFunctionsException>(call);
        Assert.Equal(code, refused.Code);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private Engine EngineOfAsk() => new(_ => new Function(invocation =>
    {
        _token = invocation.Input.Trim('"');
        return Task.FromResult("null");
    }));
}
