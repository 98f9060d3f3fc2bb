using System.CommandLine;
using Amicast.Cli.Commands;
using Amicast.Cli.Kept;
using Spectre.Console;

namespace Amicast.Cli.Deployed;

/// <summary><c>amicast stop RUN</c>, <c>amicast resume RUN [REQUEST]</c> and <c>amicast rollback RUN</c>: what can be done with a run that is there.</summary>
internal static class LaterCommands
{
    internal static Command Stop(Terminal terminal)
    {
        var (run, stack) = (RunArgument.Make(), new StackChoice());
        var command = new Command("stop", "Stop a run where it stands. What it made stays.") { run };
        stack.AddTo(command);
        command.SetAction((parsed, _) => new StackCommand(terminal).RunAsync(stack.Read(parsed), async there =>
        {
            var id = parsed.GetRequiredValue(run);
            await there.Runs.StopAsync(id, "Stopped by 'amicast stop'.");
            terminal.Output.WriteLine($"Run {id} was stopped; what it has made stays. 'amicast resume {id}' goes on with it, 'amicast rollback {id}' removes it.");
            return ExitCode.Succeeded;
        }));
        return command;
    }

    internal static Command Resume(Terminal terminal)
    {
        var (run, stack, following) = (RunArgument.Make(), new StackChoice(), new FollowOptions());
        var request = new Argument<FileInfo?>("REQUEST") { Description = "The request as it is now, with destinations added, say. Default: as it was.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("resume", "Go on with a run that has ended: what is done is left, what failed is tried again, Regions added to the request are done.") { run, request };
        following.AddTo(command);
        stack.AddTo(command);
        var kept = new KeptChoice("Go on with a run of 'amicast run --aws', by this process, to its end.", stack);
        kept.AddTo(command, takesPublicImages: true);
        command.SetAction((parsed, _) => ResumeAsync(
            terminal, parsed.GetRequiredValue(run), parsed.GetValue(request), kept.Read(parsed, following.Read(parsed).AsJson), stack.Read(parsed), following.Read(parsed)));
        return command;
    }

    internal static Command RollBack(Terminal terminal)
    {
        var (run, stack, following) = (RunArgument.Make(), new StackChoice(), new FollowOptions());
        var command = new Command("rollback", "Remove everything that a run made, in every Region, and nothing else. The run must have ended.") { run };
        following.AddTo(command);
        stack.AddTo(command);
        var kept = new KeptChoice("Roll back a run of 'amicast run --aws', by this process, to its end.", stack);
        kept.AddTo(command, takesPublicImages: false);
        command.SetAction((parsed, _) => RollBackAsync(terminal, parsed.GetRequiredValue(run), kept.Read(parsed, following.Read(parsed).AsJson), stack.Read(parsed), following.Read(parsed)));
        return command;
    }

    private static Task<int> RollBackAsync(Terminal terminal, string run, KeptOptions? kept, StackOptions options, Following following) => kept is not null
        ? Task.FromResult(new KeptRun(terminal).CarryOut(kept, run, runs => runs.RollBackAsync(run), run))
        : new StackCommand(terminal).RunAsync(options, async stack =>
        {
            var start = await stack.Runs.RollBackAsync(run);
            return await new StartedRun(terminal, stack).TellAsync(start, $"Run {run} is being rolled back, by its execution {start.Execution}.", following, run);
        });

    private static async Task<int> ResumeAsync(Terminal terminal, string run, FileInfo? file, KeptOptions? kept, StackOptions options, Following following)
    {
        var (request, problem) = file is null ? (null, null) : RequestFile.Read(file);
        if (problem is not null)
        {
            terminal.Error.WriteLine($"{problem}");
            return ExitCode.BadUsage;
        }

        if (kept is not null)
        {
            return new KeptRun(terminal).CarryOut(kept, run, runs => runs.ResumeAsync(run, request?.Text), file?.Name ?? run);
        }

        return await new StackCommand(terminal).RunAsync(options, async stack =>
        {
            var start = await stack.Runs.ResumeAsync(run, request?.Text);
            return await new StartedRun(terminal, stack).TellAsync(start, $"Run {run} goes on, by its execution {start.Execution}.", following, file?.Name ?? run);
        });
    }
}
