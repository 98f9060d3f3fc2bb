using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Amicast.Cli.Commands;

/// <summary>The options of every command that has a simulated account.</summary>
/// <param name="takesMax">Whether the command can do without a pace.</param>
/// <param name="onlyLooks">Whether the command changes nothing and takes no time: then there is nothing to save, to pace or to disturb.</param>
internal sealed class SimulationOptions(bool takesMax, bool onlyLooks = false)
{
    private const string Max = "max";
    private const double DefaultSpeed = 60;
    private const double HighestSpeed = 1_000_000;
    private const long DefaultSeed = 1;

    private readonly Option<FileInfo?> _account = new("--account")
    {
        Description = "The simulated account: its document, or the output of 'aws ec2 describe-instances'; '-' reads standard input. Default: an embedded one.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo?> _save = new("--save")
    {
        Description = "Write the simulated account here at the end, whatever the end; a command with --account on this file goes on from there.",
        HelpName = "FILE",
    };

    private readonly Option<double> _speed = new("--speed")
    {
        Description = takesMax ? "Virtual seconds per second, or 'max' for at once." : "Virtual seconds per second.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultSpeed,
        CustomParser = result => ParseSpeed(result, takesMax),
    };

    private readonly Option<long> _seed = new("--seed") { Description = "Where chance starts: the same seed gives the same run.", HelpName = "N", DefaultValueFactory = _ => DefaultSeed };
    private readonly Option<string?> _faults = new("--faults") { Description = "Simulated trouble: a probability from 0 to 1, or a fault plan's file.", HelpName = "P" };

    internal IReadOnlyList<Option> All => onlyLooks ? [_account, _seed] : [_account, _save, _speed, _seed, _faults];

    internal void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    internal Simulation Read(ParseResult parsed) => onlyLooks
        ? new(parsed.GetValue(_account), Save: null, double.PositiveInfinity, parsed.GetValue(_seed), Faults: null)
        : new(parsed.GetValue(_account), parsed.GetValue(_save), parsed.GetValue(_speed), parsed.GetValue(_seed), parsed.GetValue(_faults));

    private static double ParseSpeed(ArgumentResult result, bool takesMax)
    {
        var text = result.Tokens[0].Value;
        if (text == Max && takesMax)
        {
            return double.PositiveInfinity;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= HighestSpeed)
        {
            return speed;
        }

        result.AddError(text == Max
            ? $"--speed: 'max' has no pace that callers outside could keep; give a number above 0, up to {HighestSpeed}."
            : $"--speed: '{text}' is not a speed; give a number above 0, up to {HighestSpeed}{(takesMax ? ", or 'max'" : "")}.");
        return DefaultSpeed;
    }
}
