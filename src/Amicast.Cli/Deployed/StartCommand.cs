using System.CommandLine;
using Amicast.Cli.Commands;
using Spectre.Console;

namespace Amicast.Cli.Deployed;

/// <summary><c>amicast start REQUEST</c>: starts a run on a deployed stack.</summary>
internal static class StartCommand
{
    internal static Command Make(Terminal terminal)
    {
        var request = new Argument<FileInfo>("REQUEST") { Description = "The request document, a JSON file." };
        var (stack, following) = (new StackChoice(), new FollowOptions());
        var command = new Command("start", "Start a run on a deployed stack, or on 'amicast serve'. Starting the same request again starts nothing.") { request };
        following.AddTo(command);
        stack.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(terminal, parsed.GetRequiredValue(request), stack.Read(parsed), following.Read(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, FileInfo file, StackOptions options, Following following)
    {
        var (request, problem) = RequestFile.Read(file);
        if (request is null)
        {
            terminal.Error.WriteLine($"{problem}");
            return ExitCode.BadUsage;
        }

        return await new StackCommand(terminal).RunAsync(options, async stack =>
        {
            var start = await stack.Runs.StartAsync(request.Run ?? RunWorld.DefaultRunOnAws(), request.Text);
            var words = start.IsNew ? $"Run {start.Run} was started." : $"Run {start.Run} is there already, with the same request: nothing was started.";
            return await new StartedRun(terminal, stack).TellAsync(start, words, following, file.Name);
        });
    }
}
