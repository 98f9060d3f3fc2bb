using System.CommandLine;
using System.CommandLine.Parsing;

namespace Amicast.Cli.Commands;

/// <summary><c>amicast run REQUEST</c>: carries out a request and shows every Region's progress.</summary>
internal static class RunCommand
{
    internal static Command Make(Terminal terminal)
    {
        var request = new Argument<FileInfo>("REQUEST") { Description = "The request document, a JSON file." };
        var simulation = new SimulationOptions(takesMax: true);
        var onAws = new Option<bool>("--aws") { Description = "On real EC2, with the usual credentials and Region: nothing to deploy." };
        var allowPublic = new Option<bool>("--allow-public-images") { Description = "Allow a request to make images public." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON on standard output, and progress on standard error." };

        var command = new Command("run", "Carry out a request, showing every Region's progress. On an embedded, simulated account unless --aws is given.")
        {
            request, onAws, allowPublic, json,
        };
        simulation.AddTo(command);
        command.Validators.Add(result => RefuseSimulationOnAws(result, onAws, simulation.All));
        command.SetAction(parsed => new RunHandler(terminal).Run(new RunOptions(
            parsed.GetRequiredValue(request),
            simulation.Read(parsed),
            parsed.GetValue(onAws),
            parsed.GetValue(allowPublic),
            parsed.GetValue(json))));
        return command;
    }

    private static void RefuseSimulationOnAws(CommandResult result, Option<bool> onAws, IReadOnlyList<Option> simulated)
    {
        if (!result.GetValue(onAws))
        {
            return;
        }

        foreach (var option in simulated.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} is for the simulated account: it does not go with --aws.");
        }
    }
}
