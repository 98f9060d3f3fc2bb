using Amicast.Cli.Kept;

namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast run</c> was asked.</summary>
/// <param name="Request">The request document's file.</param>
/// <param name="World">The account to work on.</param>
/// <param name="Json">The report as JSON on standard output.</param>
/// <param name="State">Where a run on real EC2 is kept.</param>
internal sealed record RunOptions(FileInfo Request, WorldOptions World, bool Json, StateFolder State);
