namespace Amicast.Cli.Commands;

/// <summary>Which simulated account a command was asked for.</summary>
/// <param name="Account">The account document's file; absent: the embedded one.</param>
/// <param name="Save">Where the account is written at the end; absent: nowhere.</param>
/// <param name="Speed">Virtual seconds per second; infinite: at once.</param>
/// <param name="Seed">Where chance starts.</param>
/// <param name="Faults">A probability from 0 to 1, or a fault plan's file.</param>
internal sealed record Simulation(FileInfo? Account, FileInfo? Save, double Speed, long Seed, string? Faults);
