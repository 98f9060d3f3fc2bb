using System.Text.Json.Nodes;
using Amicast.Reports;
using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests;

/// <summary>Whatever was shared before, in whatever trouble: the last request with mode <c>exact</c> says who holds the image and its snapshots.</summary>
public sealed class ExactSharingPropertyTests
{
    private const int Seeds = 120;
    private const int Requests = 4;
    private static readonly string[] Accounts = ["111122223333", "222233334444", "333344445555", "444455556666", "555566667777"];

    // Delayed calls of one run may land while the next is under way: what is asked here is of runs an hour apart.
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromHours(1);

    private static readonly FaultPlan Trouble = new(
    [
        new FaultRule(FaultKind.Throttle) { Probability = 0.1 },
        new FaultRule(FaultKind.ServerError) { Probability = 0.05 },
        new FaultRule(FaultKind.LostAnswer) { Probability = 0.05 },
        new FaultRule(FaultKind.HangAfter) { Operation = "Modify*", Probability = 0.03 },
        new FaultRule(FaultKind.Late) { Operation = "Modify*", Probability = 0.03 },
    ]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_sequence_of_exact_requests_leaves_exactly_the_last_ones_permissions_on_image_and_snapshots(bool troubled)
    {
        // Worlds are one-threaded and know nothing of each other: one a core.
        var worlds = Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed => Carry(seed, troubled)).ToList();

        Assert.Empty(worlds.SelectMany(world => world.Problems));
        Assert.All(troubled ? Trouble.Rules : [], rule => Assert.True(worlds.Sum(world => world.Struck.GetValueOrDefault(rule.Kind)) > 20, $"{rule.Kind} struck too seldom"));
        // Requests that all ask for the same prove nothing.
        Assert.InRange(worlds.Select(world => world.Held).Distinct().Count(), 30, Seeds);
    }

    private static (List<string> Problems, string Held, IReadOnlyDictionary<FaultKind, int> Struck) Carry(int seed, bool troubled)
    {
        var chance = new Chance(seed).Fork("requests");
        var rehearsal = new Rehearsal(
            seed, Sharing.Account, troubled ? Trouble : FaultPlan.None, Deployment.Default with { AllowPublicImages = true },
            troubled ? (steps, clock) => new EveryStepTwice(steps, clock, new Chance(seed)) : null) { BetweenLooks = BetweenRuns };
        var problems = new List<string>();
        var (held, wanted) = ("", "");
        for (var i = 1; i <= Requests; i++)
        {
            var share = Draw(chance);
            wanted = Wanted(share);
            var report = rehearsal.Report(Sharing.Exactly(share), $"run-{i}");
            held = Sharing.Held(rehearsal.Inspect().Regions[Sharing.Home]);
            if (report.State != RunState.Succeeded || held != wanted)
            {
                problems.Add($"seed {seed}, request {i}: {report.State} {report.Failure} {report.Regions[0].Failure}; wanted {wanted}, there is {held}");
            }
        }

        return (problems, held, rehearsal.Account.FaultsStruck);
    }

    private static JsonObject Draw(Chance chance)
    {
        var share = new JsonObject
        {
            ["accounts"] = new JsonArray([.. Accounts.Where(_ => chance.Next(2) == 0).Select(account => JsonValue.Create(account))]),
            ["snapshots"] = chance.Next(4) > 0,
        };
        if (chance.Next(3) == 0)
        {
            share["visibility"] = chance.Next(2) == 0 ? "public" : "private";
        }

        if (chance.Next(3) == 0)
        {
            share["organizations"] = new JsonArray(Sharing.Organization);
        }

        if (chance.Next(3) == 0)
        {
            share["organizationalUnits"] = new JsonArray(Sharing.Unit);
        }

        return share;
    }

    // What the page says, written down apart from the code.
    private static string Wanted(JsonObject share)
    {
        var everyone = share["visibility"]?.GetValue<string>() == "public" ? ["all"] : Array.Empty<string>();
        var accounts = share["accounts"]!.AsArray().Select(account => account!.GetValue<string>()).Concat(everyone).ToList();
        var organizations = new[] { "organizations", "organizationalUnits" }.SelectMany(member => share[member]?.AsArray().Select(arn => arn!.GetValue<string>()) ?? []);
        var ofSnapshot = share["snapshots"]!.GetValue<bool>() ? Sharing.Joined(accounts) : "";
        return $"{Sharing.Joined(accounts.Concat(organizations))} | {ofSnapshot} | {ofSnapshot}";
    }
}
