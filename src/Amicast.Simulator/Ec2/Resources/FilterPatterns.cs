using System.Buffers;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>The values of one filter, one of which is to match: those without wildcards are looked up.</summary>
internal sealed class FilterPatterns(IReadOnlyList<string> patterns)
{
    private static readonly SearchValues<char> Wildcards = SearchValues.Create('*', '?', '\\');
    private readonly HashSet<string> _texts = [.. patterns.Where(pattern => !HasWildcards(pattern))];
    private readonly string[] _wildcards = [.. patterns.Where(HasWildcards)];

    /// <summary>What is not there matches nothing.</summary>
    internal bool Match(string? value) =>
        value is not null && (_texts.Contains(value) || Array.Exists(_wildcards, pattern => Wildcard.Matches(pattern, value)));

    private static bool HasWildcards(string pattern) => pattern.AsSpan().ContainsAny(Wildcards);
}
