namespace Amicast.Simulator.Iam.Policies;

/// <summary>A text of a policy to compare with: characters, <c>*</c> for any of them, <c>?</c> for one, and policy variables.</summary>
/// <remarks>
/// Source: "IAM JSON policy elements: Variables and tags" and "Resource". A variable's value stands for itself, whatever is in it; a variable without a
/// value, and without a default, makes nothing match.
/// </remarks>
internal sealed class Pattern
{
    private readonly IReadOnlyList<PatternPart> _parts;
    private readonly bool _ignoresCase;
    private readonly string? _plain;

    internal Pattern(IReadOnlyList<PatternPart> parts, bool ignoresCase)
    {
        (_parts, _ignoresCase) = (parts, ignoresCase);
        _plain = parts.All(part => part.Kind == PatternPartKind.Text) ? string.Concat(parts.Select(part => part.Text)) : null;
    }

    internal bool Matches(string text, RequestContext context) => _plain is not null
        ? string.Equals(_plain, text, _ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        : MatchesParts(text, context);

    // Which of the text's beginnings the parts so far can stand for.
    private bool MatchesParts(string text, RequestContext context)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        foreach (var part in _parts)
        {
            switch (part.Kind)
            {
                case PatternPartKind.Any or PatternPartKind.AnyOfSegment:
                    Spread(reached, text, part.Kind == PatternPartKind.AnyOfSegment);
                    break;
                case PatternPartKind.One:
                    reached = [false, .. reached[..^1]];
                    break;
                default:
                    if (part.ValueIn(context) is not { } value)
                    {
                        return false;
                    }

                    reached = Behind(reached, text, value);
                    break;
            }
        }

        return reached[^1];
    }

    private static void Spread(bool[] reached, string text, bool staysInSegment)
    {
        for (var i = 1; i < reached.Length; i++)
        {
            reached[i] |= reached[i - 1] && !(staysInSegment && text[i - 1] == ':');
        }
    }

    private bool[] Behind(bool[] reached, string text, string value)
    {
        var comparison = _ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var behind = new bool[reached.Length];
        for (var i = 0; i + value.Length <= text.Length; i++)
        {
            behind[i + value.Length] = reached[i] && text.AsSpan(i, value.Length).Equals(value, comparison);
        }

        return behind;
    }
}
