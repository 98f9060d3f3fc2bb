using System.CommandLine;
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
        command.SetAction((parsed, _) => new StackCommand(terminal).RunAsync(stack.Read(parsed), there => ShowAsync(terminal, there, parsed.GetRequiredValue(run), following.Read(parsed))));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, Stack stack, string run, Following following)
    {
        var now = await stack.Runs.LookAsync(run);
        if (following.Follow)
        {
            return await new RunWatch(terminal, stack).FollowAsync(new RunStart(now.Run, now.Execution, IsNew: false), following.AsJson, run);
        }

        if (following.AsJson)
        {
            DeployedJson.Write(terminal, now, DeployedJson.Indented.RunView);
        }
        else
        {
            StatusView.Write(terminal.Output, now);
        }

        return ExitCode.Succeeded;
    }
}
