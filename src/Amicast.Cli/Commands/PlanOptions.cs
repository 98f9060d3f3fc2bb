namespace Amicast.Cli.Commands;

/// <summary>What <c>amicast plan</c> was asked.</summary>
/// <param name="Request">The request document's file.</param>
/// <param name="World">The account to plan for.</param>
/// <param name="Json">The plan as JSON.</param>
internal sealed record PlanOptions(FileInfo Request, WorldOptions World, bool Json);
