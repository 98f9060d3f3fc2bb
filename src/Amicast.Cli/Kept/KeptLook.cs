using Amicast.Cli.Commands;
using Amicast.Local.State;
using Amicast.Runs;
using Spectre.Console;

namespace Amicast.Cli.Kept;

/// <summary>Shows what is kept of runs on AWS. Nobody is called.</summary>
internal sealed class KeptLook(Terminal terminal)
{
    /// <summary>Reads, shows, and returns the exit code.</summary>
    internal int Show<T>(StateFolder folder, Func<RunControl, Task<T>> look, Action<T> show)
    {
        try
        {
            using var store = folder.Open();
#pragma warning disable RS0030 // On AWS the time is the wall's.
            show(KeptRuns.Look(store, TimeProvider.System.GetUtcNow(), look));
#pragma warning restore RS0030
            return ExitCode.Succeeded;
        }
        catch (Exception bad) when (bad is BadOptionException or UnknownRunException or StateUnusableException)
        {
            terminal.Error.WriteLine(bad is UnknownRunException unknown ? folder.Unknown(unknown.Run) : bad.Message);
            return ExitCode.BadUsage;
        }
    }
}
