using System.CommandLine;
using System.CommandLine.Parsing;

namespace Amicast.Cli.Commands;

/// <summary>The options of every command that works on a simulated account or on real EC2.</summary>
/// <param name="simulation">The options of the simulated account.</param>
/// <param name="awsDescription">What the command does on real EC2.</param>
internal sealed class WorldChoice(SimulationOptions simulation, string awsDescription)
{
    private readonly Option<bool> _onAws = new("--aws") { Description = awsDescription };
    private readonly Option<bool> _allowPublic = new("--allow-public-images") { Description = "Allow a request to make images public." };

    internal void AddTo(Command command)
    {
        command.Add(_onAws);
        command.Add(_allowPublic);
        simulation.AddTo(command);
        command.Validators.Add(RefuseSimulationOnAws);
    }

    /// <summary>An option that is for real EC2 alone.</summary>
    internal void AddForAws(Command command, Option option)
    {
        command.Add(option);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_onAws) && result.GetResult(option) is { Implicit: false })
            {
                result.AddError($"{option.Name} is for real EC2: it goes with --aws.");
            }
        });
    }

    internal WorldOptions Read(ParseResult parsed) => new(simulation.Read(parsed), parsed.GetValue(_onAws), parsed.GetValue(_allowPublic));

    private void RefuseSimulationOnAws(CommandResult result)
    {
        if (!result.GetValue(_onAws))
        {
            return;
        }

        foreach (var option in simulation.All.Where(option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} is for the simulated account: it does not go with --aws.");
        }
    }
}
