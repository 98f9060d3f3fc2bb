namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast run</c> was asked.</summary>
/// <param name="Request">The request document's file.</param>
/// <param name="Account">The simulated account's file; absent: the embedded one.</param>
/// <param name="Speed">Virtual seconds per second; infinite: at once.</param>
/// <param name="Seed">Where chance starts.</param>
/// <param name="Faults">A probability from 0 to 1, or a fault plan's file.</param>
/// <param name="OnAws">Real EC2 instead of the simulated account.</param>
/// <param name="AllowPublicImages">Whether the request may make images public.</param>
/// <param name="Json">The report as JSON on standard output.</param>
internal sealed record RunOptions(
    FileInfo Request,
    FileInfo? Account,
    double Speed,
    long Seed,
    string? Faults,
    bool OnAws,
    bool AllowPublicImages,
    bool Json);
