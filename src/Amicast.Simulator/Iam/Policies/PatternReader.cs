using System.Text.RegularExpressions;

namespace Amicast.Simulator.Iam.Policies;

/// <summary>Reads patterns.</summary>
internal static partial class PatternReader
{
    /// <summary>Of actions: wildcards, no variables, without regard to case.</summary>
    internal static Pattern Action(string text) => new([.. Parts(text, _ => PatternPartKind.Any)], ignoresCase: true);

    /// <summary>Of resources: a star within a segment of an ARN stays in it, one that ends a segment may go beyond its colon.</summary>
    /// <remarks>Source: "IAM JSON policy elements: Resource".</remarks>
    internal static Pattern Resource(string text) =>
        new([.. Each(text, plain => Parts(plain, rest => rest.Length == 0 || rest[0] == ':' ? PatternPartKind.Any : PatternPartKind.AnyOfSegment))], ignoresCase: false);

    /// <summary>Of <c>StringLike</c>.</summary>
    internal static Pattern Like(string text) => new([.. Each(text, plain => Parts(plain, _ => PatternPartKind.Any))], ignoresCase: false);

    /// <summary>Of <c>StringEquals</c>: no wildcards.</summary>
    internal static Pattern Exact(string text, bool ignoresCase) => new([.. Each(text, plain => [new(PatternPartKind.Text, plain)])], ignoresCase);

    /// <summary>The names of the variables in a text.</summary>
    internal static IEnumerable<string> Variables(string text) => Variable().Matches(text).Select(NameOf).Where(name => name is not ("*" or "?" or "$"));

    private static IEnumerable<PatternPart> Each(string text, Func<string, IEnumerable<PatternPart>> plain)
    {
        var at = 0;
        foreach (Match match in Variable().Matches(text))
        {
            foreach (var part in plain(text[at..match.Index]))
            {
                yield return part;
            }

            yield return NameOf(match) is var name and ("*" or "?" or "$")
                ? new(PatternPartKind.Text, name)
                : new(PatternPartKind.Variable, NameOf(match), match.Groups["default"] is { Success: true } otherwise ? otherwise.Value : null);
            at = match.Index + match.Length;
        }

        foreach (var part in plain(text[at..]))
        {
            yield return part;
        }
    }

    private static string NameOf(Match match) => match.Groups["name"].Value.Trim();

    private static IEnumerable<PatternPart> Parts(string text, Func<string, PatternPartKind> star)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '*' or '?')
            {
                yield return new(PatternPartKind.Text, text[at..i]);
                yield return new(text[i] == '?' ? PatternPartKind.One : star(text[(i + 1)..]));
                at = i + 1;
            }
        }

        yield return new(PatternPartKind.Text, text[at..]);
    }

    [GeneratedRegex(@"\$\{(?<name>[^},]+)(,\s*'(?<default>[^']*)'\s*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
