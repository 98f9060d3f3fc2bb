using Amicast.Reports;
using Amicast.Simulator.Inventory;

namespace Amicast.Storms.Courses;

/// <summary>An execution that has ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Act">What it was to do.</param>
/// <param name="Status">Step Functions' word for its end.</param>
/// <param name="Error">The error's name, if it failed with one.</param>
/// <param name="Report">The report that it ended with; none where it was stopped or broke.</param>
/// <param name="Took">How long it took.</param>
/// <param name="There">What the account had at the moment of its end.</param>
/// <param name="Effort">What it cost.</param>
/// <param name="MetOutage">Whether a Region could not be reached in it, perhaps since an act before.</param>
internal sealed record EndedExecution(string Name, Act Act, string Status, string? Error, Report? Report, TimeSpan Took, CloudInventory There, Effort Effort, bool MetOutage)
{
    internal bool WasRolledBack => Report?.State == RunState.RolledBack;
}

/// <summary>What an execution cost.</summary>
/// <param name="Calls">Calls to the account.</param>
/// <param name="Events">Events of its history.</param>
/// <param name="LargestData">The largest state data, in bytes.</param>
internal sealed record Effort(int Calls, int Events, long LargestData);
