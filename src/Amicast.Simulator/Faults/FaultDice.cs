using Amicast.Simulator.Ec2.Resources;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Faults;

/// <summary>Throws the dice for a plan. Each rule has its own sequence, so that one more rule does not change when the others strike.</summary>
internal sealed class FaultDice
{
    private static readonly FaultKind[] OfTheWire =
    [
        FaultKind.Throttle, FaultKind.ServerError, FaultKind.LostAnswer,
        FaultKind.HangBefore, FaultKind.HangAfter, FaultKind.Late, FaultKind.RegionDown, FaultKind.Error,
    ];

    private readonly Die[] _wire;
    private readonly ILookup<FaultKind, Die> _dice;
    private readonly WorldClock _clock;
    private readonly SortedDictionary<FaultKind, int> _struck = [];

    internal FaultDice(FaultPlan plan, Chance chance, WorldClock clock)
    {
        _clock = clock;
        var dice = plan.Rules.Select((rule, i) => new Die(rule, chance.Fork($"fault/{i}"))).ToArray();
        _dice = dice.ToLookup(die => die.Rule.Kind);
        _wire = [.. dice.Where(die => OfTheWire.Contains(die.Rule.Kind))];
    }

    /// <summary>How often each kind has struck.</summary>
    internal IReadOnlyDictionary<FaultKind, int> Struck => _struck;

    /// <summary>The fault of the wire that strikes a call, if one does.</summary>
    internal FaultRule? StrikeOnTheWire(string operation, string region) => First(_wire, operation, region);

    /// <summary>The rule of <paramref name="kind"/> that strikes a call, if one does.</summary>
    internal FaultRule? Strike(FaultKind kind, string operation, string region) => First(_dice[kind], operation, region);

    /// <summary>The rule of <paramref name="kind"/> that strikes an event, by what caused it and by its detail-type, if one does.</summary>
    internal FaultRule? StrikeEvent(FaultKind kind, string operation, string region, string detailType) =>
        First(_dice[kind].Where(die => Wildcard.Matches(die.Rule.DetailType, detailType)), operation, region);

    private FaultRule? First(IEnumerable<Die> dice, string operation, string region)
    {
        foreach (var die in dice)
        {
            if (die.Strikes(operation, region, _clock.Elapsed))
            {
                _struck[die.Rule.Kind] = _struck.GetValueOrDefault(die.Rule.Kind) + 1;
                return die.Rule;
            }
        }

        return null;
    }

    private sealed class Die(FaultRule rule, Chance chance)
    {
        private int _left = rule.Count;

        internal FaultRule Rule => rule;

        internal bool Strikes(string operation, string region, TimeSpan elapsed)
        {
            var addressed = _left > 0
                && rule.IsOpenAt(elapsed)
                && Wildcard.Matches(rule.Operation, operation)
                && Wildcard.Matches(rule.Region, region);
            if (!addressed || !chance.Strikes(rule.Probability))
            {
                return false;
            }

            _left--;
            return true;
        }
    }
}
