namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast run</c> was asked.</summary>
/// <param name="Request">The request document's file.</param>
/// <param name="Simulation">The simulated account.</param>
/// <param name="OnAws">Real EC2 instead of the simulated account.</param>
/// <param name="AllowPublicImages">Whether the request may make images public.</param>
/// <param name="Json">The report as JSON on standard output.</param>
internal sealed record RunOptions(
    FileInfo Request,
    Simulation Simulation,
    bool OnAws,
    bool AllowPublicImages,
    bool Json);
