using System.CommandLine;
using Amicast.Cli.Kept;
using Amicast.Cli.Views;
using Amicast.Runs;

namespace Amicast.Cli.Deployed;

/// <summary><c>amicast status RUN</c>: where a run stands.</summary>
internal static class StatusCommand
{
    internal static Command Make(Terminal terminal)
    {
        var (run, stack, following) = (RunArgument.Make(), new StackChoice(), new FollowOptions());
        var command = new Command("status", "Show where a run stands, Region by Region, or the report of one that has ended. Exits with 0 if that could be told.") { run };
        following.AddTo(command);
        stack.AddTo(command);
        var kept = new KeptChoice("Show a run of 'amicast run --aws' on this machine, as far as it is kept.", stack);
        kept.AddTo(command, takesPublicImages: false);
        command.Validators.Add(result =>
        {
            if (kept.IsChosen(result) && following.IsFollowing(result))
            {
                result.AddError("--follow does not go with --aws: the process that carries the run out shows its progress.");
            }
        });
        command.SetAction((parsed, _) => kept.Read(parsed) is { } folder
            ? Task.FromResult(new KeptLook(terminal).Show(folder, runs => runs.LookAsync(parsed.GetRequiredValue(run)), now => Show(terminal, now, following.Read(parsed).AsJson, folder.Arguments)))
            : new StackCommand(terminal).RunAsync(stack.Read(parsed), there => ShowAsync(terminal, there, parsed.GetRequiredValue(run), following.Read(parsed))));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, Stack stack, string run, Following following)
    {
        var now = await stack.Runs.LookAsync(run);
        if (following.Follow)
        {
            return await new RunWatch(terminal, stack).FollowAsync(new RunStart(now.Run, now.Execution, IsNew: false), following.AsJson, run);
        }

        Show(terminal, now, following.AsJson, arguments: "");
        return ExitCode.Succeeded;
    }

    private static void Show(Terminal terminal, RunView now, bool asJson, string arguments)
    {
        if (asJson)
        {
            DeployedJson.Write(terminal, now, DeployedJson.Indented.RunView);
        }
        else
        {
            StatusView.Write(terminal.Output, now, arguments);
        }
    }
}
