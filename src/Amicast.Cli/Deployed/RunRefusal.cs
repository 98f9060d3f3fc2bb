using Amicast.Runs;

namespace Amicast.Cli.Deployed;

/// <summary>What of a run is refused is bad usage, or a matter of its state.</summary>
internal static class RunRefusal
{
    internal static int ExitCodeOf(RunRefusedException refused) => refused is UnknownRunException or RunConflictException or InvalidRunIdException ? ExitCode.BadUsage : ExitCode.Failed;
}
