using Amicast.Runs;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.Protocol;
using Amicast.VirtualTime;

namespace Amicast.Local.State;

/// <summary>What a store has of runs, to be looked at: nothing is started, and nobody is called.</summary>
public static class KeptRuns
{
    // Never executed: what is looked at was carried out elsewhere.
    private const string Definition = """{ "StartAt": "Kept", "States": { "Kept": { "Type": "Succeed" } } }""";

    /// <summary>Reads of what is kept, as it is now.</summary>
    /// <param name="store">The store.</param>
    /// <param name="now">The time.</param>
    /// <param name="look">What is read.</param>
    public static T Look<T>(RunStore store, DateTimeOffset now, Func<RunControl, Task<T>> look)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(look);
        var clock = new VirtualClock(now);
        var engine = new LocalStepFunctions(clock, new Chance(0), new Nobody(), FunctionArns.AccountId, FunctionArns.Region);
        return clock.Run(async () =>
        {
            var stateMachine = engine.CreateStateMachine(LocalCloud.StateMachineName, StateMachineDefinition.Parse(Definition));
            foreach (var execution in store.Read())
            {
                engine.Restore(stateMachine, execution);
            }

            using var http = new HttpClient(new StepFunctionsHandler(engine)) { BaseAddress = new Uri("http://states.local"), Timeout = Timeout.InfiniteTimeSpan };
            return await look(new RunControl(new StepFunctionsClient(http), stateMachine));
        });
    }

    private sealed class Nobody : ITaskInvoker
    {
        public Task<string> InvokeAsync(TaskInvocation invocation) => throw new InvalidOperationException("Nothing is carried out here.");
    }
}
