using Amicast.Simulator.Documents;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Faults;

/// <summary>The properties of a fault's document that only some kinds take.</summary>
internal static class FaultProperties
{
    /// <summary>One delay of the clock can be no longer than 49 days.</summary>
    private const double LongestSeconds = 60 * 60 * 24 * 30;
    private const double LargestFactor = 1000;
    private const int LargestPercent = 90;
    private const int MostRoom = 1000;

    private static readonly (string Name, FaultKind[] Kinds, Func<DocumentObject, string, FaultRule, FaultRule> Read)[] All =
    [
        (
            "delaySeconds", [FaultKind.Late, FaultKind.Stalls, FaultKind.EventLate],
            (rule, name, read) => Seconds(rule, name) is { } delay ? read with { Delay = delay } : read),
        ("outcome", [FaultKind.InstanceFails], (rule, name, read) => read with { Impaired = Outcome(rule, name) == "impaired" }),
        ("room", [FaultKind.NoCapacity], (rule, name, read) => read with { Room = rule.Whole(name, 0, MostRoom) ?? read.Room }),
        ("code", [FaultKind.Error], (rule, name, read) => ReadCode(rule, name) is { } code ? read with { Code = code } : read),
        ("factor", [FaultKind.Slow], (rule, name, read) => read with { Factor = rule.Number(name, 1, LargestFactor) ?? read.Factor }),
        ("percent", [FaultKind.Jumps], (rule, name, read) => read with { Percent = rule.Whole(name, 0, LargestPercent) ?? read.Percent }),
        ("idSeconds", [FaultKind.NotFoundAfterCreation], (rule, name, read) => read with { IdDelay = Seconds(rule, name) }),
        ("listSeconds", [FaultKind.NotFoundAfterCreation], (rule, name, read) => read with { ListDelay = Seconds(rule, name) }),
        ("tagSeconds", [FaultKind.NotFoundAfterCreation], (rule, name, read) => read with { TagDelay = Seconds(rule, name) }),
        (
            "detailType", [FaultKind.EventLost, FaultKind.EventLate, FaultKind.EventTwice],
            (rule, name, read) => read with { DetailType = ReadDetailType(rule, name) ?? read.DetailType }),
    ];

    /// <summary>The properties that a kind takes beside those that all take.</summary>
    internal static IEnumerable<string> Of(FaultKind kind) => All.Where(property => property.Kinds.Contains(kind)).Select(property => property.Name);

    /// <summary>Reads what the kind takes, and reports what belongs to other kinds. Of an unknown kind nothing can be said.</summary>
    internal static FaultRule Read(DocumentObject rule, FaultKind? kind, FaultRule read)
    {
        foreach (var property in All)
        {
            if (kind is { } known && property.Kinds.Contains(known))
            {
                read = property.Read(rule, property.Name, read);
            }
            else if (rule.TakesNote(property.Name) && kind is { } other)
            {
                rule.Report(
                    property.Name,
                    "InvalidCombination",
                    $"'{property.Name}' does not go with the kind {FaultPlanReader.NameOf(other)}.",
                    $"Remove it; it goes with {string.Join(", ", property.Kinds.Select(FaultPlanReader.NameOf))}.");
            }
        }

        return read;
    }

    private static TimeSpan? Seconds(DocumentObject rule, string name) =>
        rule.Number(name, 0, LongestSeconds) is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestSeconds)) : null;

    private static string? Outcome(DocumentObject rule, string name) =>
        rule.Text(name, text => text is "terminated" or "impaired", "'terminated' or 'impaired'");

    private static string? ReadCode(DocumentObject rule, string name)
    {
        var code = rule.RequiredText(name);
        if (PassingErrors.Codes.Contains(code))
        {
            return code;
        }

        if (!rule.HasProblemAt(name))
        {
            rule.ReportUnknown(name, $"'{code}' is not the code of an error that passes.", code, PassingErrors.Codes, "Codes");
        }

        return null;
    }

    private static string? ReadDetailType(DocumentObject rule, string name)
    {
        var pattern = rule.Text(name);
        if (pattern is not null && !DetailTypes.All.Any(type => Wildcard.Matches(pattern, type)))
        {
            rule.ReportUnknown(name, $"'{pattern}' is the detail-type of no event.", pattern, DetailTypes.All, "They");
        }

        return pattern;
    }
}
