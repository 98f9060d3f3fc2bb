using Amicast.Local.Serving;

namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast serve</c> was asked.</summary>
/// <param name="Simulation">The simulated account.</param>
/// <param name="Serving">Where it listens, and to whom.</param>
/// <param name="LambdaEndpoint">Where functions are that are not its own; null where there are none.</param>
/// <param name="Native">The folder whose program its own functions run as processes; null: they run in process.</param>
/// <param name="FunctionLogs">The file that gets what those processes log; null: standard error.</param>
/// <param name="Schedule">The schedule that it keeps; null: none.</param>
internal sealed record ServeOptions(
    Simulation Simulation, ServingOptions Serving, Uri? LambdaEndpoint, string? Native = null, string? FunctionLogs = null, ScheduleChoice? Schedule = null);
