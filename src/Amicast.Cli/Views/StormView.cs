using System.Globalization;
using Amicast.Storms;
using Amicast.Storms.Tallies;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>What storms came to: the promises that were broken, and how often each thing happened.</summary>
internal static class StormView
{
    internal static void WriteBreaches(IAnsiConsole console, StormOutcome outcome)
    {
        foreach (var breach in outcome.Breaches)
        {
            console.WriteLine($"seed {outcome.Seed}: {breach}");
        }
    }

    internal static void WriteTally(IAnsiConsole console, StormTally tally, TimeSpan took)
    {
        var storms = tally.Counts.GetValueOrDefault("storms");
        foreach (var (what, times) in tally.Counts)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times,10} {what}"));
        }

        foreach (var calm in storms >= 1000 ? Calms.In(tally) : [])
        {
            console.WriteLine($"Hardly ever: {calm}.");
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{storms} storms in {Elapsed.Of(took)}, {storms / took.TotalSeconds:F1} a second."));
    }
}
