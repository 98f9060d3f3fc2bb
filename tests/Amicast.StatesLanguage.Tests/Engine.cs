using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Tests;

/// <summary>An engine in a virtual world that starts at 2026-11-22T18:00:00Z, with scripted functions.</summary>
internal sealed class Engine
{
    public const string StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:machine";
    public const string ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:machine:run";

    public Engine(Func<WorldClock, ITaskInvoker> functions, long seed = 7)
    {
        var invoker = functions(Clock);
        StepFunctions = new LocalStepFunctions(Clock, new Chance(seed), invoker, "123456789012", "us-east-1");
        if (invoker is ScriptedFunctions scripted)
        {
            scripted.StepFunctions = StepFunctions;
        }
    }

    public Engine(string functions = "{}") : this(clock => ScriptedFunctions.FromJson(clock, functions))
    {
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    public VirtualClock Clock { get; } = new(Start);

    public LocalStepFunctions StepFunctions { get; }

    /// <summary>Runs the definition to its end.</summary>
    public ExecutionDescription Run(string definition, string input = "{}")
    {
        StepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(definition));
        return Clock.Run(() => StepFunctions.WaitForExecutionAsync(StepFunctions.StartExecution(StateMachineArn, "run", input).ExecutionArn));
    }

    /// <summary>Redrives the execution after a while, and runs it to its next end.</summary>
    public ExecutionDescription Redrive(double afterSeconds) => Clock.Run(async () =>
    {
        await Task.Delay(TimeSpan.FromSeconds(afterSeconds), Clock);
        StepFunctions.RedriveExecution(ExecutionArn);
        return await StepFunctions.WaitForExecutionAsync(ExecutionArn);
    });

    /// <summary>The whole history, page by page.</summary>
    public IReadOnlyList<HistoryEvent> History(string executionArn = ExecutionArn)
    {
        var events = new List<HistoryEvent>();
        string? token = null;
        do
        {
            var page = StepFunctions.GetExecutionHistory(executionArn, 1000, reverseOrder: false, token);
            events.AddRange(page.Events);
            token = page.NextToken;
        }
        while (token is not null);
        return events;
    }

    public string HistoryText() => HistoryText(History());

    public static string HistoryText(IReadOnlyList<HistoryEvent> events) => string.Concat(events.Select(entry => HistoryLines.Of(entry, Start) + "\n"));
}
