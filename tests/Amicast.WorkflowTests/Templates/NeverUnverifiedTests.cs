using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Inventory;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Templates;

/// <summary>Nothing that follows a template or its parameter ever gets an image that was not verified, whatever goes wrong.</summary>
public sealed class NeverUnverifiedTests
{
    private const int Seeds = 60;
    private const string Run = "run-1";

    private static readonly FaultPlan Trouble = new(
    [
        new FaultRule(FaultKind.InstanceFails) { Probability = 0.25 },
        new FaultRule(FaultKind.InstanceFails) { Probability = 0.25, Impaired = true },
        new FaultRule(FaultKind.Throttle) { Probability = 0.05 },
        new FaultRule(FaultKind.ServerError) { Probability = 0.02 },
        new FaultRule(FaultKind.LostAnswer) { Probability = 0.05 },
        new FaultRule(FaultKind.HangBefore) { Probability = 0.01 },
        new FaultRule(FaultKind.Late) { Probability = 0.01 },
        new FaultRule(FaultKind.HangAfter) { Probability = 0.01 },
        new FaultRule(FaultKind.NotFoundAfterCreation) { Probability = 0.3 },
    ]);

    [Theory]
    [InlineData("publish-template", "/amicast/web/latest")]
    [InlineData("create-template", "/amicast/web-blue/latest")]
    public void In_storms_with_failing_verifications_nobody_who_follows_gets_an_unverified_image(string example, string parameter)
    {
        // The instances are kept, so that what was verified can be seen.
        var request = Repository.Read($"examples/{example}.json").Replace(", \"keep\": false", "", StringComparison.Ordinal);
        var storms = Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed => Storm(seed, request, parameter)).ToList();

        Assert.Empty(storms.SelectMany(storm => storm.Problems));
        // Both must have happened, or nothing is proved.
        Assert.True(storms.Sum(storm => storm.Published) > Seeds / 4, "too few were published");
        Assert.True(storms.Sum(storm => storm.Failed) > Seeds / 4, "too few failed");
    }

    [Fact]
    public void Somebody_who_follows_a_template_that_is_published_always_does_get_an_unverified_image()
    {
        var request = Repository.Read("examples/publish-template.json").Replace("afterVerify", "always", StringComparison.Ordinal);

        Assert.NotEmpty(Storm(1, request, "/amicast/web/latest").Problems);
    }

    private static (List<string> Problems, int Published, int Failed) Storm(int seed, string request, string parameter)
    {
        var follower = new Follower(parameter);
        Rehearsal rehearsal = null!;
        rehearsal = new Rehearsal(
            seed,
            faults: Trouble,
            around: (steps, clock) => new EveryStepTwice(steps, clock, new Chance(seed)),
            onCall: call => follower.Look(rehearsal.Inspect(), call)) { BetweenLooks = TimeSpan.FromHours(1) };
        var before = rehearsal.Inspect();
        var report = rehearsal.Report(request, Run);
        var problems = follower.Unverified.Take(3).Concat(report.Regions.SelectMany(region => Check(region, before.Regions[region.Region], rehearsal.Inspect().Regions[region.Region])));
        return ([.. problems.Select(problem => $"seed {seed}: {problem}")], report.Regions.Count(r => r.Template?.Published is not null), report.Regions.Count(r => !r.Succeeded));
    }

    private static IEnumerable<string> Check(RegionReport report, RegionInventory before, RegionInventory after)
    {
        var name = report.Template?.Name;
        var (was, now) = (before.LaunchTemplates.FirstOrDefault(t => t.Name == name), after.LaunchTemplates.Where(t => t.Name == name).ToList());
        if (report.Template is not null && now.Count != 1)
        {
            yield return $"{report.Region} has {now.Count} templates '{name}'";
        }
        else if (report.Template?.Published is { } published)
        {
            foreach (var wrong in CheckPublished(report, published, was, now[0], after))
            {
                yield return wrong;
            }
        }
        else if (now is [var there] && (there.DefaultVersion != (was?.DefaultVersion ?? 1) || there.LatestVersion != (was?.LatestVersion ?? 1) || after.Parameters.Count > 0))
        {
            yield return $"{report.Region}: nothing was published by the report, but {string.Join("; ", TemplatesThere.Lines(after))}";
        }

        if (report.Failure is { Error: not ("InstanceFailed" or "VerificationFailed") } failure)
        {
            yield return $"{report.Region}: {failure.Step} {failure.Error}: {failure.Message}";
        }
    }

    private static IEnumerable<string> CheckPublished(RegionReport report, PublicationRecord published, InventoryTemplate? was, InventoryTemplate now, RegionInventory after)
    {
        var expected = (Default: published.Version, Latest: published.Version, Image: report.Image!.ImageId, Versions: (was?.LatestVersion ?? 1) + 1, Parameter: report.Image.ImageId);
        var found = (now.DefaultVersion, now.LatestVersion, now.VersionImageIds[(int)published.Version - 1]!, now.LatestVersion, after.Parameters is [var set, ..] ? set.Value : "none");
        if (expected != found || !published.Verified)
        {
            yield return $"{report.Region}: {expected} by the report, {found} there";
        }
    }
}
