using Amicast.Errors;

namespace Amicast.Cli.Commands;

/// <summary>What requests may ask for, as the <c>AMICAST_…</c> variables of the command's environment say.</summary>
internal static class DeploymentVariables
{
    /// <exception cref="BadOptionException">A variable has a value that it cannot have.</exception>
    internal static Deployment Read(Terminal terminal)
    {
        try
        {
            return Deployment.FromEnvironment(terminal.Variable);
        }
        catch (InvalidSettingException bad)
        {
            throw new BadOptionException(bad.Message);
        }
    }
}
