using Amicast.Reports;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Watching;

namespace Amicast.Storms.Invariants;

/// <summary>(c) The report lists every live resource that carries the run's tag, and everything that it lists is there as stated.</summary>
internal static class ReportIsTrue
{
    internal static IEnumerable<string> Check(Tale tale)
    {
        foreach (var execution in tale.Executions.Where(one => one.Report is not null))
        {
            foreach (var problem in Compare(execution.Report!, execution.There))
            {
                yield return $"{execution.Name}: {problem}";
            }
        }

        if (tale.Last.Report is null)
        {
            foreach (var problem in Compare(tale.LastReport, tale.After))
            {
                yield return $"{tale.Last.Name}, {tale.Last.Status}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Compare(Report report, CloudInventory there)
    {
        // What has ended before there was a plan knows of nothing; what could not be looked at is said to be unseen.
        var unseen = report.Regions.Where(region => region.Unseen is not null).Select(region => region.Region).ToHashSet();
        var (listed, tagged) = (Listed(report).ToHashSet(), there.Regions.Values.Where(region => !unseen.Contains(region.Name)).SelectMany(Tagged).ToHashSet());
        return tagged.Except(listed).Select(one => $"{one} is there, and not in the report")
            .Concat(Stated(report).Where(one => !unseen.Contains(one.Region)).Except(there.Regions.Values.SelectMany(States)).Select(one => $"the report says {one}, and it is not so"));
    }

    private static IEnumerable<string> Tagged(RegionInventory region) =>
        region.Images.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id)
            .Concat(region.Snapshots.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id))
            .Concat(region.Instances.Where(one => Tags.IsOfRun(one.Tags) && !AccountText.DeadStates.Contains(one.State)).Select(one => one.Id))
            .Concat(region.LaunchTemplates.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id));

    private static IEnumerable<string> Listed(Report report) =>
        report.Regions.SelectMany(Listed)
            .Concat(report.Image is { } first ? first.Snapshots.Prepend(first.ImageId) : [])
            .Concat(report.Rollback?.Regions.SelectMany(region => region.Left).Select(left => left.Resource) ?? []);

    private static IEnumerable<string> Listed(RegionReport region) =>
        (region.Image is { } image ? image.Snapshots.Prepend(image.ImageId) : [])
            .Concat(region.Instances.Select(one => one.InstanceId)).Concat(region.Others).Concat(region.Template is { } template ? [template.Id] : []);

    private static IEnumerable<(string Region, string Id, string State)> Stated(Report report) => report.Regions.SelectMany(region =>
        (region.Image is { } image ? [(region.Region, image.ImageId, image.State)] : Array.Empty<(string, string, string)>())
            .Concat(region.Instances.Select(one => (region.Region, one.InstanceId, Settled(one.State)))));

    private static IEnumerable<(string Region, string Id, string State)> States(RegionInventory region) =>
        region.Images.Select(one => (region.Name, one.Id, one.State)).Concat(region.Instances.Select(one => (region.Name, one.Id, Settled(one.State))));

    // What comes up or goes down goes on doing so while the report is written.
    private static string Settled(string state) => state switch
    {
        "pending" => "running",
        "shutting-down" => "terminated",
        _ => state,
    };
}
