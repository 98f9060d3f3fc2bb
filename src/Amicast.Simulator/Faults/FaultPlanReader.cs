using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Faults;

/// <summary>Reads a fault plan's document.</summary>
internal static class FaultPlanReader
{
    private const double LongestMinutes = 60 * 24 * 366;

    /// <summary>One delay of the clock can be no longer than 49 days.</summary>
    private const double LongestDelaySeconds = 60 * 60 * 24 * 30;
    private static readonly Dictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>().ToDictionary(NameOf);

    internal static FaultPlan Read(DocumentObject plan)
    {
        var rules = plan.Objects("faults", ReadRule);
        return new(rules);
    }

    /// <summary>A kind as documents write it.</summary>
    internal static string NameOf(FaultKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static FaultRule ReadRule(DocumentObject rule)
    {
        var standard = new FaultRule(ReadKind(rule));
        return standard with
        {
            Operation = rule.Text("operation") ?? standard.Operation,
            Region = rule.Text("region") ?? standard.Region,
            Probability = rule.Number("probability", 0, 1) ?? standard.Probability,
            Count = rule.Whole("count", 1, int.MaxValue) ?? standard.Count,
            From = Minutes(rule, "fromMinutes") ?? standard.From,
            Until = Minutes(rule, "untilMinutes") ?? standard.Until,
            Delay = rule.Number("delaySeconds", 0, LongestDelaySeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : standard.Delay,
            Impaired = rule.Text("outcome", text => text is "terminated" or "impaired", "'terminated' or 'impaired'") == "impaired",
        };
    }

    private static FaultKind ReadKind(DocumentObject rule)
    {
        var name = rule.RequiredText("kind");
        if (!Kinds.TryGetValue(name, out var kind) && name.Length > 0)
        {
            var meant = NearestName.Of(name, Kinds.Keys);
            rule.Report(
                "kind",
                "InvalidValue",
                $"'{name}' is not a kind of fault.",
                meant is null ? $"Kinds are: {string.Join(", ", Kinds.Keys)}." : $"Did you mean '{meant}'?");
        }

        return kind;
    }

    private static TimeSpan? Minutes(DocumentObject rule, string name) =>
        rule.Number(name, 0, LongestMinutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
}
