using System.CommandLine;
using Amicast.Cli.Kept;

namespace Amicast.Cli.Commands;

/// <summary><c>amicast run REQUEST</c>: carries out a request and shows every Region's progress.</summary>
internal static class RunCommand
{
    internal static Command Make(Terminal terminal)
    {
        var request = new Argument<FileInfo>("REQUEST") { Description = "The request document, a JSON file." };
        var world = new WorldChoice(new SimulationOptions(takesMax: true), "On real EC2, with the usual credentials and Region: nothing to deploy.");
        var state = StateChoice.Make();
        var json = new Option<bool>("--json") { Description = "Print the report as JSON on standard output, and progress on standard error." };

        var command = new Command("run", "Carry out a request, showing every Region's progress. On an embedded, simulated account unless --aws is given.")
        {
            request, json,
        };
        world.AddTo(command);
        world.AddForAws(command, state);
        command.SetAction(parsed => new RunHandler(terminal).Run(new RunOptions(parsed.GetRequiredValue(request), world.Read(parsed), parsed.GetValue(json), StateChoice.FolderOf(parsed.GetValue(state)))));
        return command;
    }
}
