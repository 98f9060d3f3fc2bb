using System.Collections.Frozen;
using System.Globalization;

namespace Amicast.Simulator.Iam.Policies;

/// <summary>A condition operator.</summary>
/// <param name="Name">As policies write it.</param>
/// <param name="IsNegated">Whether it holds where the values do not match.</param>
/// <param name="TakesVariables">Whether its values may have policy variables: those of strings and ARNs may.</param>
/// <param name="Read">Reads a value of the policy; nothing, if it is none.</param>
/// <remarks>Source: "IAM JSON policy elements: Condition operators". <c>Null</c> is no comparison, and stands apart.</remarks>
internal sealed record ConditionOperator(string Name, bool IsNegated, bool TakesVariables, Func<string, ConditionTest?> Read)
{
    internal static FrozenDictionary<string, ConditionOperator> All { get; } = new IEnumerable<ConditionOperator>[]
    {
        Texts("StringEquals", "StringNotEquals", text => PatternReader.Exact(text, ignoresCase: false).Matches),
        Texts("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", text => PatternReader.Exact(text, ignoresCase: true).Matches),
        Texts("StringLike", "StringNotLike", text => PatternReader.Like(text).Matches),
        // "ArnEquals and ArnLike behave identically."
        Texts("ArnEquals", "ArnNotEquals", ArnPattern.Read),
        Texts("ArnLike", "ArnNotLike", ArnPattern.Read),
        Ordered("Numeric", Number),
        Ordered("Date", Moment),
        [new("Bool", IsNegated: false, TakesVariables: false, Flag)],
    }
    .SelectMany(operators => operators).ToFrozenDictionary(one => one.Name);

    /// <summary>Those that are known and not carried out.</summary>
    internal static IReadOnlyList<string> Refused { get; } = ["BinaryEquals", "IpAddress", "NotIpAddress"];

    private static ConditionOperator[] Texts(string name, string negated, Func<string, ConditionTest?> read) =>
        [new(name, IsNegated: false, TakesVariables: true, read), new(negated, IsNegated: true, TakesVariables: true, read)];

    private static ConditionOperator[] Ordered(string kind, Func<string, decimal?> parse)
    {
        ConditionOperator Of(string name, Func<decimal, decimal, bool> compare, bool isNegated = false) => new(
            $"{kind}{name}",
            isNegated,
            TakesVariables: false,
            text => parse(text) is { } wanted ? (actual, _) => parse(actual) is { } there && compare(there, wanted) : null);

        return
        [
            Of("Equals", (there, wanted) => there == wanted),
            Of("NotEquals", (there, wanted) => there == wanted, isNegated: true),
            Of("LessThan", (there, wanted) => there < wanted),
            Of("LessThanEquals", (there, wanted) => there <= wanted),
            Of("GreaterThan", (there, wanted) => there > wanted),
            Of("GreaterThanEquals", (there, wanted) => there >= wanted),
        ];
    }

    private static ConditionTest? Flag(string text) =>
        bool.TryParse(text, out var wanted) ? (actual, _) => bool.TryParse(actual, out var there) && there == wanted : null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // ISO 8601, or seconds since 1970.
    private static decimal? Moment(string text) => Number(text) is { } seconds ? seconds
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? (decimal)(moment - DateTimeOffset.UnixEpoch).TotalSeconds
            : null;
}
