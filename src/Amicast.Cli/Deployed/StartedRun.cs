using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Deployed;

/// <summary>Tells of an execution that a command has started, or watches it.</summary>
internal sealed class StartedRun(Terminal terminal, Stack stack)
{
    internal async Task<int> TellAsync(RunStart start, string words, Following following, string request)
    {
        if (following.Follow)
        {
            terminal.Error.WriteLine(words);
            return await new RunWatch(terminal, stack).FollowAsync(start, following.AsJson, request);
        }

        if (following.AsJson)
        {
            DeployedJson.Write(terminal, start, DeployedJson.Indented.RunStart);
        }
        else
        {
            terminal.Output.WriteLine($"{words} 'amicast status {start.Run} --follow' shows how it goes.");
        }

        return ExitCode.Succeeded;
    }
}
