using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Faults;

/// <summary>Reads a fault plan's document.</summary>
internal static class FaultPlanReader
{
    private const double LeastMinutes = 1.0 / 60;
    private const double LongestMinutes = 60 * 24 * 366;

    internal static Dictionary<string, FaultKind> Kinds { get; } = Enum.GetValues<FaultKind>().ToDictionary(NameOf);

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
        var kind = ReadKind(rule);
        var standard = new FaultRule(kind ?? FaultKind.Throttle);
        var read = standard with
        {
            Operation = ReadOperation(rule, kind) ?? standard.Operation,
            Region = rule.Text("region") ?? standard.Region,
            Probability = rule.Number("probability", 0, 1) ?? standard.Probability,
            Count = rule.Whole("count", 1, int.MaxValue) ?? standard.Count,
        };
        return FaultProperties.Read(rule, kind, ReadWindow(rule, read));
    }

    private static FaultKind? ReadKind(DocumentObject rule)
    {
        var name = rule.RequiredText("kind");
        if (Kinds.TryGetValue(name, out var kind))
        {
            return kind;
        }

        if (name.Length > 0 || !rule.HasProblemAt("kind"))
        {
            rule.ReportUnknown("kind", $"'{name}' is not a kind of fault.", name, Kinds.Keys, "Kinds");
        }

        return null;
    }

    /// <summary>A rule that could never strike is a slip of the pen.</summary>
    private static string? ReadOperation(DocumentObject rule, FaultKind? kind)
    {
        var pattern = rule.Text("operation");
        if (pattern is not null && kind is { } known)
        {
            var operations = FaultReach.OperationsOf(known);
            if (!operations.Any(operation => Wildcard.Matches(pattern, operation)))
            {
                rule.ReportUnknown("operation", $"'{pattern}' is no operation that {NameOf(known)} can strike.", pattern, operations, "Operations");
            }
        }

        return pattern;
    }

    private static FaultRule ReadWindow(DocumentObject rule, FaultRule read)
    {
        var from = Minutes(rule, "fromMinutes", 0);
        var until = Minutes(rule, "untilMinutes", 0);
        var every = Minutes(rule, "everyMinutes", LeastMinutes);
        if (until <= (from ?? TimeSpan.Zero))
        {
            rule.Report("untilMinutes", "InvalidValue", "The window ends before it begins.", "Give a number above that of fromMinutes.");
        }

        if (until > every || from >= every)
        {
            rule.Report("everyMinutes", "InvalidValue", "The window does not lie within the period.", "Let fromMinutes and untilMinutes count from the start of each period.");
        }

        return read with { From = from ?? read.From, Until = until ?? read.Until, Every = every };
    }

    private static TimeSpan? Minutes(DocumentObject rule, string name, double least) =>
        rule.Number(name, least, LongestMinutes) is { } minutes ? TimeSpan.FromMinutes(Math.Clamp(minutes, least, LongestMinutes)) : null;
}
