using Amicast.Reports;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Courses;
using Amicast.Storms.Drawing;
using Amicast.Storms.Watching;
using Amicast.Storms.Wishes;

namespace Amicast.Storms.Invariants;

/// <summary>What became of a storm, to be held against the promises.</summary>
/// <param name="Scene">What was drawn.</param>
/// <param name="Wish">What the run was asked for at last.</param>
/// <param name="Before">What the account had before the run.</param>
/// <param name="Executions">The run's executions, in their order.</param>
/// <param name="After">What the account has when everything has come to rest.</param>
/// <param name="LastReport">The report of the last execution; where it was stopped, the one that is folded from its history when everything has come to rest.</param>
/// <param name="Makings">What the run has made, and when.</param>
internal sealed record Tale(Scene Scene, Wish Wish, CloudInventory Before, IReadOnlyList<EndedExecution> Executions, CloudInventory After, Report LastReport, Makings Makings)
{
    internal EndedExecution Last => Executions[^1];
}
