namespace Amicast.Cli;

/// <summary>How the command ends.</summary>
internal static class ExitCode
{
    internal const int Succeeded = 0;

    /// <summary>The run failed, or is partial.</summary>
    internal const int Failed = 1;

    /// <summary>The command or the request is written wrong; nothing was made.</summary>
    internal const int BadUsage = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    internal const int Interrupted = 130;
}
