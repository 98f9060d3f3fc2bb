using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Amicast.Cli.Commands;

/// <summary><c>amicast run REQUEST</c>: carries out a request and shows every Region's progress.</summary>
internal static class RunCommand
{
    private const double DefaultSpeed = 60;
    private const long DefaultSeed = 1;

    internal static Command Make(Terminal terminal)
    {
        var request = new Argument<FileInfo>("REQUEST") { Description = "The request document, a JSON file." };
        var account = new Option<FileInfo?>("--account") { Description = "The simulated account's document. Default: an embedded one.", HelpName = "FILE" };
        var speed = new Option<double>("--speed")
        {
            Description = "Virtual seconds per second, or 'max' for at once.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultSpeed,
            CustomParser = ParseSpeed,
        };
        var seed = new Option<long>("--seed") { Description = "Where chance starts: the same seed gives the same run.", HelpName = "N", DefaultValueFactory = _ => DefaultSeed };
        var faults = new Option<string?>("--faults") { Description = "Simulated trouble: a probability from 0 to 1, or a fault plan's file.", HelpName = "P" };
        var onAws = new Option<bool>("--aws") { Description = "On real EC2, with the usual credentials and Region: nothing to deploy." };
        var allowPublic = new Option<bool>("--allow-public-images") { Description = "Allow a request to make images public." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON on standard output, and progress on standard error." };

        var command = new Command("run", "Carry out a request, showing every Region's progress. On an embedded, simulated account unless --aws is given.")
        {
            request, account, speed, seed, faults, onAws, allowPublic, json,
        };
        command.Validators.Add(result => RefuseSimulationOnAws(result, onAws, account, speed, seed, faults));
        command.SetAction(parsed => new RunHandler(terminal).Run(new RunOptions(
            parsed.GetRequiredValue(request),
            parsed.GetValue(account),
            parsed.GetValue(speed),
            parsed.GetValue(seed),
            parsed.GetValue(faults),
            parsed.GetValue(onAws),
            parsed.GetValue(allowPublic),
            parsed.GetValue(json))));
        return command;
    }

    private static double ParseSpeed(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == "max")
        {
            return double.PositiveInfinity;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 1_000_000)
        {
            return speed;
        }

        result.AddError($"--speed: '{text}' is not a speed; give a number above 0, up to 1000000, or 'max'.");
        return DefaultSpeed;
    }

    private static void RefuseSimulationOnAws(CommandResult result, Option<bool> onAws, params Option[] simulated)
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
