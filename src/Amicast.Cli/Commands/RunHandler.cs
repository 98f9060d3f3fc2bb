using Amicast.Cli.Kept;
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
            return options.World.OnAws ? RunOnAws(request, options) : RunSimulated(request, options);
        }
        catch (BadOptionException bad)
        {
            terminal.Error.WriteLine(bad.Message);
            return ExitCode.BadUsage;
        }
    }

    private int RunSimulated(RequestFile request, RunOptions options)
    {
        using var world = RunWorld.Open(options.World, terminal);
        var run = request.Run ?? world.DefaultRun;
        using var interruption = new Interruption(() => world.Clock.Post(() => _ = world.Cloud.Runs.StopAsync(run, "Interrupted at the terminal.")));
        var (_, end) = new RunProgress(terminal, world).Follow(runs => runs.StartAsync(run, request.Text), options.Json);
        var isSaved = new AccountFile(terminal).TryWrite(options.World.Simulation.Save, world.Cloud.Account);
        var exitCode = new RunOutcome(terminal).Write(end, interruption.Happened, options.Json, options.Request.Name);
        return isSaved || exitCode != ExitCode.Succeeded ? exitCode : ExitCode.Failed;
    }

    private int RunOnAws(RequestFile request, RunOptions options)
    {
        var run = request.Run ?? RunWorld.DefaultRunOnAws();
        return new KeptRun(terminal).CarryOut(
            new KeptOptions(options.State, options.World.AllowPublicImages, options.Json), run, runs => runs.StartAsync(run, request.Text), options.Request.Name);
    }
}
