using Amicast.Cli.Commands;
using Amicast.Cli.Deployed;
using Amicast.Local.State;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Kept;

/// <summary>Carries an execution of a run out on AWS, by this process, and keeps it: whatever ends the process, the run can be resumed and rolled back.</summary>
internal sealed class KeptRun(Terminal terminal)
{
    private const int MostTimes = 5;
    private static readonly TimeSpan BetweenTimes = TimeSpan.FromMilliseconds(50);

    /// <summary>Carries it out to its end and returns the exit code.</summary>
    /// <param name="options">Where it is kept, and what it may do.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="begin">Starts the execution.</param>
    /// <param name="request">What the request is called, for its problems.</param>
    internal int CarryOut(KeptOptions options, string run, Func<RunControl, Task<RunStart>> begin, string request)
    {
        try
        {
            using var store = options.State.Open();
            return TryCarryOut(store, options, run, begin, request);
        }
        catch (Exception bad) when (bad is BadOptionException or StateUnusableException)
        {
            return Refuse(bad.Message, ExitCode.BadUsage);
        }
        catch (UnknownRunException unknown)
        {
            return Refuse(options.State.Unknown(unknown.Run), ExitCode.BadUsage);
        }
        catch (RunRefusedException refused)
        {
            return Refuse(refused.Message, RunRefusal.ExitCodeOf(refused));
        }
        catch (StepFunctionsException refused)
        {
            return Refuse(refused.Message, ExitCode.BadUsage);
        }
    }

    private int TryCarryOut(RunStore store, KeptOptions options, string run, Func<RunControl, Task<RunStart>> begin, string request)
    {
        if (!Requests.RunId.IsValid(run))
        {
            throw new InvalidRunIdException(run);
        }

        using var held = Take(store, run);
        if (held is null)
        {
            return Refuse($"Run '{run}' is being carried out by another process on this machine. Wait until it has ended, or interrupt it there.", ExitCode.Failed);
        }

        using var world = RunWorld.OnAws(terminal, options.AllowPublicImages);
        var keeper = RunKeeper.Keep(world.Cloud, store, run, CheckAccount(store, run, world.Caller!));
        return FollowToEnd(world, keeper, options, run, begin, request);
    }

    // Who lists runs has a lock for a moment, to see whether its process is alive.
    private static RunLock? Take(RunStore store, string run)
    {
        for (var time = 1; ; time++)
        {
            var held = store.TryLock(run);
            if (held is not null || time == MostTimes)
            {
                return held;
            }

#pragma warning disable RS0030 // Before there is a world: the other process is in real time.
            Thread.Sleep(BetweenTimes);
#pragma warning restore RS0030
        }
    }

    // What is not seen in another account would pass for gone.
    private static string CheckAccount(RunStore store, string run, AwsCaller caller)
    {
        var account = caller.FindAccount();
        return store.AccountOf(run) is { } before && before != account
            ? throw new BadOptionException($"Run '{run}' is of account {before}, and the credentials are of account {account}.")
            : account;
    }

    private int FollowToEnd(RunWorld world, RunKeeper keeper, KeptOptions options, string run, Func<RunControl, Task<RunStart>> begin, string request)
    {
        using var interruption = new Interruption(() => world.Clock.Post(() => _ = world.Cloud.Runs.StopAsync(run, "Interrupted at the terminal.")));
        var (start, end) = new RunProgress(terminal, world).Follow(begin, options.AsJson);
        if (!start.IsNew)
        {
            terminal.Error.WriteLine($"Run {run} is there already, with the same request: nothing was started.");
        }

        var exitCode = new RunOutcome(terminal).Write(end, interruption.Happened, options.AsJson, request);
        if (keeper.Failure is { } failure)
        {
            return Refuse($"Run {run} was stopped: what happens could not be written to {options.State.Path}: {failure}", ExitCode.Failed);
        }

        if (exitCode is ExitCode.Failed or ExitCode.Interrupted || (!start.IsNew && exitCode != ExitCode.Succeeded))
        {
            terminal.Error.WriteLine(Next(end, options.State));
        }

        return exitCode;
    }

    private static string Next(RunView end, StateFolder state) => end.Action == RunAction.Rollback
        ? $"'amicast rollback {end.Run}{state.Arguments}' goes on with it."
        : $"'amicast resume {end.Run}{state.Arguments}' goes on with it, 'amicast rollback {end.Run}{state.Arguments}' removes what it made.";

    private int Refuse(string why, int exitCode)
    {
        terminal.Error.WriteLine(why);
        return exitCode;
    }
}
