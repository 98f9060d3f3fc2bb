namespace Amicast.Simulator.Iam.Policies;

/// <summary>The condition keys that simulated calls can have: those of services as the calls give them, and these of all services.</summary>
/// <remarks>
/// Source: "AWS global condition context keys". A policy that asks for another global key would be decided as if every call came without it, which is
/// not so on AWS; it is refused.
/// </remarks>
internal static class ConditionKeys
{
    internal static IReadOnlyList<string> Global { get; } =
    [
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalTag/…", "aws:RequestTag/…", "aws:RequestedRegion", "aws:ResourceAccount", "aws:ResourceTag/…", "aws:TagKeys",
    ];

    internal static bool AreKnown(string key) => key.Contains(':', StringComparison.Ordinal)
        && (!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || Global.Any(known => known.EndsWith('…')
            ? key.StartsWith(known[..^1], StringComparison.OrdinalIgnoreCase)
            : key.Equals(known, StringComparison.OrdinalIgnoreCase)));
}
