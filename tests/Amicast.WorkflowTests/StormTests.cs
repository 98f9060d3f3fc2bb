using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests;

/// <summary>The main job under seeded trouble: throttles, lost answers, kills before, during and after calls, and every step run twice.</summary>
public sealed class StormTests
{
    private const int Seeds = 200;
    private const string Run = "run-1";
    private static readonly string[] DeadInstanceStates = ["shutting-down", "terminated"];

    private static readonly FaultPlan Trouble = new(
    [
        new FaultRule(FaultKind.Throttle) { Probability = 0.05 },
        new FaultRule(FaultKind.ServerError) { Probability = 0.02 },
        new FaultRule(FaultKind.LostAnswer) { Probability = 0.03 },
        new FaultRule(FaultKind.HangBefore) { Probability = 0.01 },
        new FaultRule(FaultKind.Late) { Probability = 0.01 },
        new FaultRule(FaultKind.HangAfter) { Probability = 0.01 },
        new FaultRule(FaultKind.NotFoundAfterCreation) { Probability = 0.3 },
    ]);

    [Fact]
    public void In_200_storms_every_run_ends_makes_nothing_twice_and_reports_exactly_what_is_there()
    {
        // Worlds are one-threaded and know nothing of each other: one a core.
        var storms = Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed => Storm(seed)).ToList();

        var struck = storms.SelectMany(storm => storm.Struck).GroupBy(s => s.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(s => s.Value));
        Assert.Empty(storms.SelectMany(storm => storm.Problems));
        // A storm that no longer storms proves nothing.
        Assert.All(Trouble.Rules, rule => Assert.True(struck.GetValueOrDefault(rule.Kind) > Seeds / 2, $"{rule.Kind} struck {struck.GetValueOrDefault(rule.Kind)} times"));
    }

    private static (List<string> Problems, IReadOnlyDictionary<FaultKind, int> Struck) Storm(int seed)
    {
        var rehearsal = new Rehearsal(seed, faults: Trouble, around: (steps, clock) => new EveryStepTwice(steps, clock, new Chance(seed))) { BetweenLooks = TimeSpan.FromHours(1) };
        var end = rehearsal.Run(Rehearsal.MoveInstance, Run);
        return ([.. Check(end.Report, rehearsal.Inspect()).Select(problem => $"seed {seed}: {problem}")], rehearsal.Account.FaultsStruck);
    }

    private static IEnumerable<string> Check(Report? report, CloudInventory there)
    {
        if (report is null)
        {
            return ["the run ended without a report"];
        }

        var problems = new List<string>();
        if (report.State != RunState.Succeeded)
        {
            problems.Add($"{report.State}: {report.Failure} {string.Join("; ", report.Regions.Select(r => $"{r.Region}: {r.Failure}"))}");
        }

        problems.AddRange(there.Regions.Values.SelectMany(region => CheckRegion(region, report.State)));
        problems.AddRange(CheckReport(report, there));
        return problems;
    }

    private static IEnumerable<string> CheckRegion(RegionInventory region, RunState state)
    {
        var images = region.Images.Where(i => IsOurs(i.Tags) && i.State != "failed").ToList();
        if (images.Count > 1)
        {
            yield return $"{region.Name} has {images.Count} live images";
        }

        var live = region.Instances.Count(IsLive);
        var wanted = region.Name is "eu-central-1" or "ap-southeast-2" ? 1 : 0;
        if (state == RunState.Succeeded ? live != wanted : live > wanted)
        {
            yield return $"{region.Name} has {live} live instances of the run, {wanted} wanted";
        }

        foreach (var image in images.Where(i => state == RunState.Succeeded && i.LaunchPermissions.Count != 2))
        {
            yield return $"{image.Id} is shared with {string.Join(", ", image.LaunchPermissions)}";
        }
    }

    private static IEnumerable<string> CheckReport(Report report, CloudInventory there)
    {
        var tagged = there.Regions.Values.SelectMany(region =>
            region.Images.Where(i => IsOurs(i.Tags)).Select(i => $"{region.Name} {i.Id} {i.State}")
                .Concat(region.Snapshots.Where(s => IsOurs(s.Tags)).Select(s => $"{region.Name} {s.Id}"))
                .Concat(region.Instances.Where(IsLive).Select(i => $"{region.Name} {i.Id} {i.State}"))).ToHashSet();
        var listed = report.Regions.SelectMany(region =>
            (region.Image is { } image ? new[] { $"{region.Region} {image.ImageId} {image.State}" }.Concat(image.Snapshots.Select(s => $"{region.Region} {s}")) : [])
                .Concat(region.Instances.Select(i => $"{region.Region} {i.InstanceId} {i.State}"))
                .Concat(region.Others.Select(other => $"{region.Region} {other}"))).ToHashSet();

        return tagged.Except(listed).Select(missing => $"not in the report: {missing}")
            .Concat(listed.Except(tagged).Select(extra => $"in the report, but not there: {extra}"));
    }

    private static bool IsLive(InventoryInstance instance) => IsOurs(instance.Tags) && !DeadInstanceStates.Contains(instance.State);

    private static bool IsOurs(IReadOnlyDictionary<string, string> tags) => tags.GetValueOrDefault("amicast:run") == Run;
}
