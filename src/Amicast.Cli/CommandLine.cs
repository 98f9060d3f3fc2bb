using System.CommandLine;
using System.CommandLine.Help;
using Amicast.Cli.Commands;
using Amicast.Cli.Deployed;
using Spectre.Console;

namespace Amicast.Cli;

/// <summary>The command <c>amicast</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command line and returns the exit code.</summary>
    internal static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        // Not a RootCommand: its name is the assembly's.
        var root = new Command("amicast", "Images an EC2 instance, copies the image to every destination Region, shares it, launches and verifies instances there.")
        {
            PlanCommand.Make(terminal),
            RunCommand.Make(terminal),
            ServeCommand.Make(terminal),
            StormCommand.Make(terminal),
            StartCommand.Make(terminal),
            StatusCommand.Make(terminal),
            ListCommand.Make(terminal),
            LaterCommands.Stop(terminal),
            LaterCommands.Resume(terminal),
            LaterCommands.RollBack(terminal),
            new HelpOption(),
            new VersionOption(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Error.WriteLine(error.Message);
            }

            terminal.Error.WriteLine("'amicast --help', and '--help' behind a command, say what there is.");
            return ExitCode.BadUsage;
        }

        try
        {
            return parsed.Invoke(Configuration(terminal));
        }
        catch (IOException unwritable)
        {
            terminal.Error.WriteLine($"The output could not be written: {unwritable.Message}");
            return ExitCode.Failed;
        }
    }

    private static InvocationConfiguration Configuration(Terminal terminal) => new()
    {
        Output = terminal.Output.Profile.Out.Writer,
        Error = terminal.Error.Profile.Out.Writer,
        EnableDefaultExceptionHandler = false,
        // Ctrl-C stops the command (see Interruption), it does not tear the process down.
        ProcessTerminationTimeout = null,
    };
}
