using System.Diagnostics;
using System.Globalization;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Benchmarks;

/// <summary>State transitions a second of processor time, on one thread and the virtual clock: Pass, Choice and Map, with input and output processing.</summary>
/// <remarks>Processor time, with that of garbage collection and compilation: what else the machine does changes it little.</remarks>
internal static class StateTransitions
{
    private const int Target = 200_000;
    private const int Rounds = 7;
    private const int WarmUps = 2;
    private const int Executions = 40;

    /// <summary>30 times a Map of 40 items, each of which goes through Pass and Choice, and a count that a Choice looks at.</summary>
    private const string Definition = """
        {
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map", "ItemsPath": "$.items", "ItemSelector": { "n.$": "$$.Map.Item.Value", "of.$": "$.round" }, "ResultPath": "$.done",
              "ItemProcessor": {
                "StartAt": "Mark",
                "States": {
                  "Mark": { "Type": "Pass", "Parameters": { "n.$": "$.n", "text.$": "States.Format('{} of {}', $.n, $.of)" }, "ResultPath": "$.mark", "Next": "IsOdd" },
                  "IsOdd": { "Type": "Choice", "Choices": [ { "Variable": "$.n", "NumericGreaterThan": 19, "Next": "High" } ], "Default": "Low" },
                  "High": { "Type": "Pass", "Result": "high", "ResultPath": "$.kind", "End": true },
                  "Low": { "Type": "Pass", "Result": "low", "ResultPath": "$.kind", "End": true }
                }
              },
              "Next": "Count"
            },
            "Count": { "Type": "Pass", "Parameters": { "items.$": "$.items", "round.$": "States.MathAdd($.round, 1)" }, "Next": "IsDone" },
            "IsDone": { "Type": "Choice", "Choices": [ { "Variable": "$.round", "NumericLessThan": 30, "Next": "Each" } ], "Default": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    public static bool Measure(TextWriter output)
    {
        var definition = StateMachineDefinition.Parse(Definition);
        var input = $"{{\"round\":0,\"items\":[{string.Join(',', Enumerable.Range(0, 40))}]}}";
        for (var i = 0; i < WarmUps; i++)
        {
            Round(definition, input);
        }

        var rates = Enumerable.Range(0, Rounds).Select(_ => Round(definition, input)).Order().ToList();
        var median = rates[Rounds / 2];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{median:N0} state transitions a second of one core (median of {Rounds}; {rates[0]:N0} to {rates[^1]:N0}); target {Target:N0}"));
        return median >= Target;
    }

    private static double Round(StateMachineDefinition definition, string input)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
        var stepFunctions = new LocalStepFunctions(clock, new Chance(1), new NoFunctions(), "123456789012", "us-east-1");
        var arn = stepFunctions.CreateStateMachine("machine", definition);
        var transitions = 0;
        stepFunctions.Observe((_, entry) => transitions += entry.Type.EndsWith("StateEntered", StringComparison.Ordinal) ? 1 : 0);
        var before = Environment.CpuUsage.TotalTime;
        clock.Run(async () =>
        {
            for (var i = 0; i < Executions; i++)
            {
                var started = stepFunctions.StartExecution(arn, input: input);
                var ended = await stepFunctions.WaitForExecutionAsync(started.ExecutionArn);
                Trace.Assert(ended.Status == ExecutionStatus.Succeeded, ended.Cause);
            }
        });
        return transitions / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
