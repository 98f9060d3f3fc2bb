using Amicast.Simulator.Faults;
using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>Draws a fault plan: a mixture of what retrying cures, and, where the storm is to do harm, of what it does not.</summary>
internal static class FaultDrawing
{
    private static readonly string[] Making = ["CreateImage", "CopyImage"];

    internal static FaultPlan Draw(Chance chance, bool curable)
    {
        if (chance.Strikes(0.08))
        {
            return FaultPlan.None;
        }

        var rules = Passing(chance).Where(_ => chance.Strikes(0.5)).ToList();
        return new FaultPlan(curable ? rules : [.. Harm(chance, rules.Count == 0), .. rules]);
    }

    private static IEnumerable<FaultRule> Passing(Chance chance) =>
    [
        new(FaultKind.Throttle) { Probability = chance.NextDouble() * 0.1 },
        new(FaultKind.ServerError) { Probability = chance.NextDouble() * 0.04 },
        new(FaultKind.LostAnswer) { Probability = chance.NextDouble() * 0.06 },
        new(FaultKind.HangBefore) { Probability = chance.NextDouble() * 0.015 },
        new(FaultKind.HangAfter) { Probability = chance.NextDouble() * 0.015 },
        new(FaultKind.Late) { Probability = chance.NextDouble() * 0.015, Delay = chance.Between(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(110)) },
        new(FaultKind.NotFoundAfterCreation) { Probability = chance.NextDouble() },
        new(FaultKind.Slow) { Probability = chance.NextDouble(), Factor = 1 + chance.NextDouble() * 4 },
        new(FaultKind.Stalls) { Probability = chance.NextDouble(), Delay = chance.Between(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(25)) },
        new(FaultKind.Jumps) { Probability = chance.NextDouble(), Percent = chance.Next(91) },
        new(FaultKind.SnapshotsShownLate) { Probability = chance.NextDouble() },
        new(FaultKind.Error) { Probability = chance.NextDouble() * 0.02 },
        new(FaultKind.RegionDown) { From = chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(40)), Until = TimeSpan.FromMinutes(41), Count = chance.Next(1, 12) },
    ];

    private static List<FaultRule> Harm(Chance chance, bool atLeastOne)
    {
        var all = AllHarm(chance);
        var drawn = all.Where(_ => chance.Strikes(0.2)).ToList();
        return drawn.Count == 0 && atLeastOne ? [chance.OneOf(all)] : drawn;
    }

    private static FaultRule[] AllHarm(Chance chance) =>
    [
        new(FaultKind.ImageFails) { Operation = chance.OneOf(Making), Probability = 0.2 + chance.NextDouble() * 0.6 },
        new(FaultKind.SnapshotFails) { Operation = chance.OneOf(Making), Probability = 0.2 + chance.NextDouble() * 0.6 },
        new(FaultKind.NeverCompletes) { Operation = chance.OneOf(Making), Probability = 0.2 + chance.NextDouble() * 0.4 },
        new(FaultKind.NoCapacity) { Probability = 0.3 + chance.NextDouble() * 0.7, Room = chance.Next(3) },
        new(FaultKind.InstanceFails) { Probability = 0.3 + chance.NextDouble() * 0.5 },
        new(FaultKind.InstanceFails) { Probability = 0.3 + chance.NextDouble() * 0.5, Impaired = true },
        new(FaultKind.RegionDown) { Region = "eu-central-1", From = chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(60)), Until = TimeSpan.FromMinutes(60 + chance.Next(90)) },
    ];
}
