using Amicast.Local.Serving;

namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast serve</c> was asked.</summary>
/// <param name="Simulation">The simulated account.</param>
/// <param name="Serving">Where it listens, and to whom.</param>
/// <param name="LambdaEndpoint">Where functions are that are not its own; null where there are none.</param>
internal sealed record ServeOptions(Simulation Simulation, ServingOptions Serving, Uri? LambdaEndpoint);
