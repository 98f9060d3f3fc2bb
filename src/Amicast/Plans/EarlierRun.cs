using Amicast.Ledgers;
using Amicast.Reports;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What a run has planned and done in its earlier executions, for the plan of a later one.</summary>
/// <param name="StartedAt">When the run's first execution started: name tokens stand for that moment.</param>
/// <param name="Plan">The last plan, which carries on what the first found before anything was changed; none where no execution came to one.</param>
/// <param name="Request">The request behind it.</param>
/// <param name="Launches">What was launched in each Region, where that is known.</param>
/// <param name="Templates">The launch template that was ensured in each Region.</param>
internal sealed record EarlierRun(
    DateTimeOffset StartedAt,
    Plan? Plan,
    Request? Request,
    IReadOnlyDictionary<string, EarlierLaunch> Launches,
    IReadOnlyDictionary<string, TemplateRecord> Templates)
{
    private const string FleetIncomplete = "FleetIncomplete";
    private const string LaunchInstances = "LaunchInstances";

    internal static EarlierRun Of(Ledger ledger)
    {
        var last = ledger.Entries.LastOrDefault(entry => entry.Plan is not null);
        var records = ledger.Entries.SelectMany(entry => entry.Regions.Values).GroupBy(record => record.Region).ToList();
        return new EarlierRun(
            ledger.Entries[0].StartedAt,
            last?.Plan,
            last is null ? null : RequestReader.Read(last.Input).Request,
            records.Select(region => (region.Key, Launch: LaunchOf(region))).Where(region => region.Launch is not null).ToDictionary(region => region.Key, region => region.Launch!),
            records.Select(region => (region.Key, Template: region.LastOrDefault(record => record.Template is not null)?.Template))
                .Where(region => region.Template is not null).ToDictionary(region => region.Key, region => region.Template!));
    }

    /// <summary>What was planned for a Region; <see langword="null"/> where it is new.</summary>
    internal PlannedDestination? DestinationIn(string region) => Plan?.Destinations.FirstOrDefault(destination => destination.Region == region);

    /// <summary>What was asked for a Region; <see langword="null"/> where it is new.</summary>
    internal RequestDestination? WantedIn(string region) => Request?.Destinations.FirstOrDefault(destination => destination.Region == region);

    // In the order of the executions: an empty fleet spends an attempt that leaves no instances to tell of it.
    private static EarlierLaunch? LaunchOf(IEnumerable<RegionRecord> records)
    {
        var (last, spent) = ((LaunchRecord?)null, 0);
        foreach (var record in records)
        {
            last = record.Launch ?? last;
            spent = record.Launch is { } launch ? Math.Max(spent, launch.Attempt)
                : record.Failure?.GetValueOrDefault(LaunchInstances)?.Error == FleetIncomplete ? spent + 1
                : spent;
        }

        return last is null && spent == 0 ? null : new EarlierLaunch(spent, last);
    }
}
