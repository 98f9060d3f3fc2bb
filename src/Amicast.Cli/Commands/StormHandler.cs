using Amicast.Cli.Views;
using Amicast.Local;
using Amicast.Requests;
using Amicast.Storms;
using Amicast.Storms.Tallies;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>Carries out <c>amicast storm</c>.</summary>
internal sealed class StormHandler(Terminal terminal)
{
    // So often it is looked whether somebody wants it to stop, and what was found is said.
    private const int SeedsAtATime = 200;

    /// <summary>Runs the storms and returns the exit code: 1 where a promise was broken.</summary>
    internal int Run(StormChoice choice)
    {
        try
        {
            var options = Read(choice);
            return choice.Seed is { } seed ? Tell(seed, options) : RunAll(choice.Seeds!, options);
        }
        catch (BadOptionException bad)
        {
            terminal.Error.WriteLine(bad.Message);
            return ExitCode.BadUsage;
        }
    }

    private static StormOptions Read(StormChoice choice)
    {
        var faults = choice.Faults is null ? null : FaultChoice.Read(choice.Faults);
        if (choice.Request is null)
        {
            return new StormOptions { Faults = faults };
        }

        var (file, problem) = RequestFile.Read(choice.Request);
        IReadOnlyList<Problem> problems = file is null ? [problem!] : RequestDocument.Check(RequestDocument.Parse(file.Text).Document!.Value);
        return problems.Count == 0
            ? new StormOptions { Request = file!.Text, Account = LocalCloud.ExampleAccount, Faults = faults }
            : throw new BadOptionException(string.Join('\n', problems.Select(one => $"--request: {one}")));
    }

    private int Tell(long seed, StormOptions options)
    {
        var writer = terminal.Output.Profile.Out.Writer;
        var outcome = Storm.Run(seed, options with { Listener = writer.WriteLine });
        StormView.WriteBreaches(terminal.Output, outcome);
        terminal.Output.WriteLine(outcome.Breaches.Count == 0 ? "Every promise was kept." : $"{outcome.Breaches.Count} promises were broken.");
        return outcome.Breaches.Count == 0 ? ExitCode.Succeeded : ExitCode.Failed;
    }

    private int RunAll(SeedRange seeds, StormOptions options)
    {
        using var interruption = new Interruption(() => { });
        var (tallies, broken) = (new List<StormTally>(), new List<StormOutcome>());
#pragma warning disable RS0030 // How long the storms take on the wall's clock is what is told.
        var started = TimeProvider.System.GetTimestamp();
        foreach (var block in Enumerable.Range(seeds.First, seeds.Count).Chunk(SeedsAtATime).TakeWhile(_ => !interruption.Happened))
        {
            foreach (var outcome in Storm.RunMany(block.Select(seed => (long)seed), options).OrderBy(one => one.Seed))
            {
                tallies.Add(outcome.Tally);
                StormView.WriteBreaches(terminal.Output, outcome);
                broken.AddRange(outcome.Breaches.Count > 0 ? [outcome] : []);
            }
        }

        StormView.WriteTally(terminal.Output, StormTally.Of(tallies), TimeProvider.System.GetElapsedTime(started));
#pragma warning restore RS0030
        if (broken.Count > 0)
        {
            terminal.Output.WriteLine($"{broken.Count} storms broke a promise. The first, as 'amicast storm --seed {broken[0].Seed}' tells it:");
            Tell(broken[0].Seed, options);
        }

        return interruption.Happened ? ExitCode.Interrupted : broken.Count > 0 ? ExitCode.Failed : ExitCode.Succeeded;
    }
}
