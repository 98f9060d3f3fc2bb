using Amicast.Cli.Commands;
using Amicast.Local.State;

namespace Amicast.Cli.Kept;

/// <summary>The folder in which runs on AWS are kept.</summary>
/// <param name="Path">The folder.</param>
/// <param name="IsNamed">Whether the command names it, so that later commands must too.</param>
internal sealed record StateFolder(string Path, bool IsNamed)
{
    /// <summary>The folder that is used where none is named: <c>$XDG_DATA_HOME/amicast</c>, <c>~/.local/share/amicast</c> or <c>%LOCALAPPDATA%\amicast</c>.</summary>
    internal static StateFolder Usual => new(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "amicast"), IsNamed: false);

    /// <summary>What a later command for the same runs is given.</summary>
    internal string Arguments => IsNamed ? $" --aws --state {Path}" : " --aws";

    /// <summary>What somebody is told who names a run that is not kept here.</summary>
    internal string Unknown(string run) => $"There is no run '{run}' in {Path}. 'amicast list{Arguments}' shows what is kept there.";

    /// <exception cref="BadOptionException">The folder cannot be used.</exception>
    internal RunStore Open()
    {
        try
        {
            return RunStore.Open(Path);
        }
        catch (StateUnusableException unusable)
        {
            throw new BadOptionException($"--state: {unusable.Message}");
        }
    }
}
