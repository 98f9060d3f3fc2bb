using Amicast.Local.Serving;

namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast serve</c> was asked.</summary>
/// <param name="Simulation">The simulated account.</param>
/// <param name="Serving">Where it listens, and to whom.</param>
internal sealed record ServeOptions(Simulation Simulation, ServingOptions Serving);
