using System.CommandLine;

namespace Amicast.Cli.Commands;

/// <summary><c>amicast plan REQUEST</c>: what a run would do, and everything that is wrong with the request. Starts and makes nothing.</summary>
internal static class PlanCommand
{
    internal static Command Make(Terminal terminal)
    {
        var request = new Argument<FileInfo>("REQUEST") { Description = "The request document, a JSON file." };
        var world = new WorldChoice(
            new SimulationOptions(takesMax: true, onlyLooks: true),
            "For real EC2, with the usual credentials and Region. Permissions are tried with EC2's DryRun: nothing is made.");
        var json = new Option<bool>("--json") { Description = "Print the plan as JSON." };

        var command = new Command("plan", "Show what a run would make, change and take, Region by Region, and every problem at once. Starts and makes nothing.")
        {
            request, json,
        };
        world.AddTo(command);
        command.SetAction(parsed => new PlanHandler(terminal).Run(new PlanOptions(parsed.GetRequiredValue(request), world.Read(parsed), parsed.GetValue(json))));
        return command;
    }
}
