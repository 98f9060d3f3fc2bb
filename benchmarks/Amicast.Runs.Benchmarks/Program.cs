using System.Diagnostics;
using System.Globalization;
using Amicast.Runs.Benchmarks;

// Each seed is a world of its own: one a core, as a storm of many seeds has it.
var seeds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 600;
var rehearsal = new Rehearsals(args.Length > 1 ? args[1] : "examples/move-instance.json");
rehearsal.Run(1, seeds / 4);

for (var round = 1; round <= 3; round++)
{
    var (started, busy) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
    var calls = rehearsal.Run(round * seeds, seeds);
    var (wall, cpu) = (Stopwatch.GetElapsedTime(started), Process.GetCurrentProcess().TotalProcessorTime - busy);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{seeds} runs in {wall.TotalSeconds:F1} s: {seeds / wall.TotalSeconds:F0} a second on {Environment.ProcessorCount} cores, {cpu.TotalMilliseconds / seeds:F1} ms of a core and {(double)calls / seeds:F0} calls each"));
}
