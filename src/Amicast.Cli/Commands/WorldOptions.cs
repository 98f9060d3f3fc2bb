namespace Amicast.Cli.Commands;

/// <summary>Which account a command works on.</summary>
/// <param name="Simulation">The simulated account.</param>
/// <param name="OnAws">Real EC2 instead of the simulated account.</param>
/// <param name="AllowPublicImages">Whether the request may make images public.</param>
internal sealed record WorldOptions(Simulation Simulation, bool OnAws, bool AllowPublicImages);
