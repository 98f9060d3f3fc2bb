using Amicast.Cli.Views;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>Carries out <c>amicast run</c>.</summary>
internal sealed class RunHandler(Terminal terminal)
{
    /// <summary>Runs to the end and returns the exit code.</summary>
    internal int Run(RunOptions options)
    {
        var (request, problem) = RequestFile.Read(options.Request);
        if (request is null)
        {
            terminal.Error.WriteLine($"{problem}");
            return ExitCode.BadUsage;
        }

        try
        {
            using var world = RunWorld.Open(options.World, terminal);
            return Run(world, request, options);
        }
        catch (BadOptionException bad)
        {
            terminal.Error.WriteLine(bad.Message);
            return ExitCode.BadUsage;
        }
    }

    private int Run(RunWorld world, RequestFile request, RunOptions options)
    {
        var run = request.Run ?? world.DefaultRun;
        using var interruption = new Interruption(() => world.Clock.Post(() => _ = world.Cloud.Runs.StopAsync(run, "Interrupted at the terminal.")));
        var end = View(options, world).While(show => world.Clock.Run(() => FollowAsync(world, run, request.Text, show)));
        var isSaved = new AccountFile(terminal).TryWrite(options.World.Simulation.Save, world.Cloud.Account);
        var exitCode = new RunOutcome(terminal).Write(end, interruption.Happened, options.Json, options.Request.Name);
        return isSaved || exitCode != ExitCode.Succeeded ? exitCode : ExitCode.Failed;
    }

    private static async Task<RunView> FollowAsync(RunWorld world, string run, string request, Action<IReadOnlyList<RunView>> show)
    {
        await world.Cloud.Runs.StartAsync(run, request);
        var follower = world.Cloud.Runs.Follow(run);
        while (true)
        {
            var seen = await follower.LookThroughAsync();
            show = TryShow(show, seen);
            if (seen[^1] is { HasEnded: true } end)
            {
                // What ended outside the flow has no report of its own.
                return end with { Report = end.Report ?? await world.Cloud.ReportAsync(run) };
            }

            await Task.Delay(world.BetweenLooks, world.Clock);
        }
    }

    // A run does not end because nobody can read of it any more: a full disk or a broken pipe only ends the showing.
    private static Action<IReadOnlyList<RunView>> TryShow(Action<IReadOnlyList<RunView>> show, IReadOnlyList<RunView> seen)
    {
        try
        {
            show(seen);
            return show;
        }
        catch (IOException)
        {
            return _ => { };
        }
    }

    // With --json standard output is the report's alone.
    private IProgressView View(RunOptions options, RunWorld world)
    {
        var console = options.Json ? terminal.Error : terminal.Output;
        return console.Profile.Capabilities is { Interactive: true, Ansi: true } ? new LiveProgressView(console, world.Clock) : new PlainProgressView(console);
    }
}
