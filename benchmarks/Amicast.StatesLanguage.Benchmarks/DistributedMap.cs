using System.Diagnostics;
using System.Globalization;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Benchmarks;

/// <summary>A distributed Map of 10,000 items, whose executions are all under way at once: the memory that the whole process takes at its peak.</summary>
internal static class DistributedMap
{
    private const int Items = 10_000;
    private const double Target = 256;
    private const double MiB = 1024 * 1024;

    private const string Definition = """
        {
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map", "ItemSelector": { "n.$": "$$.Map.Item.Value" },
              "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "Mark",
                "States": {
                  "Mark": { "Type": "Pass", "Result": "marked", "ResultPath": "$.mark", "Next": "Nap" },
                  "Nap": { "Type": "Wait", "Seconds": 60, "Next": "Done" },
                  "Done": { "Type": "Succeed", "OutputPath": "$.n" }
                }
              },
              "End": true
            }
          }
        }
        """;

    public static bool Measure(TextWriter output)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
        var stepFunctions = new LocalStepFunctions(clock, new Chance(1), new NoFunctions(), "123456789012", "us-east-1");
        var arn = stepFunctions.CreateStateMachine("machine", StateMachineDefinition.Parse(Definition));
#pragma warning disable RS0030 // What is measured is wall time.
        var watch = Stopwatch.StartNew();
#pragma warning restore RS0030
        var started = stepFunctions.StartExecution(arn, input: $"[{string.Join(',', Enumerable.Range(0, Items))}]");
        var ended = clock.Run(() => stepFunctions.WaitForExecutionAsync(started.ExecutionArn));
        var seconds = watch.Elapsed.TotalSeconds;
        Trace.Assert(ended.Status == ExecutionStatus.Succeeded, ended.Cause);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / MiB;
        var kept = GC.GetTotalMemory(forceFullCollection: true) / MiB;
        GC.KeepAlive(stepFunctions);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Items:N0} items in {seconds:0.00} s; the process took {peak:0} MiB at its peak, {kept:0} MiB are kept (histories); target {Target:0} MiB"));
        return peak < Target;
    }
}
