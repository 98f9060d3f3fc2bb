using Amicast.Reports;
using Amicast.Simulator.Inventory;
using Amicast.Storms.Watching;

namespace Amicast.Storms.Invariants;

/// <summary>(c) The report lists every live resource that carries the run's tag, and everything that it lists is there as stated.</summary>
internal static class ReportIsTrue
{
    private const string Terminated = "terminated";

    // EC2 shows what was made, with its tags, up to a minute later.
    private static readonly TimeSpan Visible = TimeSpan.FromMinutes(1);

    internal static IEnumerable<string> Check(Tale tale)
    {
        foreach (var execution in tale.Executions.Where(one => one.Report is { } report && !IsRefusal(report)))
        {
            foreach (var problem in Compare(tale, execution.Report!, execution.There))
            {
                yield return $"{execution.Name}: {problem}";
            }
        }

        if (tale.Last.Report is null && !IsRefusal(tale.LastReport))
        {
            foreach (var problem in Compare(tale, tale.LastReport, tale.After))
            {
                yield return $"{tale.Last.Name}, {tale.Last.Status}: {problem}";
            }
        }
    }

    // What was refused, or could not begin, has looked at nothing: its report is the reason. Where a run had failed before, its report stays.
    private static bool IsRefusal(Report report) => report.Failure is { Step: "Plan" } || (report.Failure is { Step: "Rollback" } && report.Regions.Count == 0);

    private static IEnumerable<string> Compare(Tale tale, Report report, CloudInventory there)
    {
        // Of a Region that does not answer the report says so, and nothing more.
        var unseen = report.Regions.Where(region => region.Unseen is not null).Select(region => region.Region)
            .Concat(report.Others?.Where(other => other.Unseen is not null).Select(other => other.Region) ?? [])
            .Concat(report.Rollback?.Regions.SelectMany(region => region.Left).Select(left => left.Resource) ?? []).ToHashSet();
        var (listed, tagged) = (Listed(report).ToHashSet(), there.Regions.Values.Where(region => !unseen.Contains(region.Name)).SelectMany(Tagged).ToHashSet());
        return tagged.Except(listed).Where(one => !tale.Makings.IsYoung(one, report.EndedAt, Visible)).Select(one => $"{one} is there, and not in the report")
            .Concat(Stated(report).Where(one => !unseen.Contains(one.Region)).Except(there.Regions.Values.SelectMany(States)).Where(one => !HasDied(one, there) && !HasComeToBe(one, there)).Select(one => $"the report says {one}, and it is not so"));
    }

    private static IEnumerable<string> Tagged(RegionInventory region) =>
        region.Images.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id)
            .Concat(region.Snapshots.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id))
            .Concat(region.Instances.Where(one => Tags.IsOfRun(one.Tags) && !AccountText.DeadStates.Contains(one.State)).Select(one => one.Id))
            .Concat(region.LaunchTemplates.Where(one => Tags.IsOfRun(one.Tags)).Select(one => one.Id));

    private static IEnumerable<string> Listed(Report report) =>
        report.Regions.SelectMany(Listed)
            .Concat(report.Image is { } first ? first.Snapshots.Prepend(first.ImageId) : [])
            .Concat(report.Others?.SelectMany(other => other.Resources) ?? [])
            .Concat(report.Rollback?.Regions.SelectMany(region => region.Left).Select(left => left.Resource) ?? []);

    private static IEnumerable<string> Listed(RegionReport region) =>
        (region.Image is { } image ? image.Snapshots.Prepend(image.ImageId) : [])
            .Concat(region.Instances.Select(one => one.InstanceId)).Concat(region.Others).Concat(region.Template is { } template ? [template.Id] : []);

    private static IEnumerable<(string Region, string Id, string State)> Stated(Report report) => report.Regions.SelectMany(region =>
        (region.Image is { } image ? [(region.Region, image.ImageId, image.State)] : Array.Empty<(string, string, string)>())
            // EC2 forgets a terminated instance after an hour.
            .Concat(region.Instances.Select(one => (region.Region, one.InstanceId, Settled(one.State))).Where(one => one.Item3 != Terminated)));

    private static IEnumerable<(string Region, string Id, string State)> States(RegionInventory region) =>
        region.Images.Select(one => (region.Name, one.Id, one.State)).Concat(region.Instances.Select(one => (region.Name, one.Id, Settled(one.State))));

    // Between the last look and the end of the execution an instance may die by itself.
    private static bool HasDied((string Region, string Id, string State) said, CloudInventory there) =>
        there.Regions[said.Region].Instances.Any(one => one.Id == said.Id && AccountText.DeadStates.Contains(one.State) && one.StateReason?.Contains("UserInitiated", StringComparison.Ordinal) != true);

    // Nor does a pending image wait until the other Regions were looked at.
    private static bool HasComeToBe((string Region, string Id, string State) said, CloudInventory there) =>
        said.State == "pending" && there.Regions[said.Region].Images.Any(one => one.Id == said.Id && one.State is "available" or "failed");

    // What comes up or goes down goes on doing so while the report is written.
    private static string Settled(string state) => state switch
    {
        "pending" => "running",
        "shutting-down" => Terminated,
        _ => state,
    };
}
