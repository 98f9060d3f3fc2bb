namespace Amicast.StatesLanguage.States.Conditions;

/// <summary>StringMatches: <c>*</c> is any text, <c>\*</c> a star and <c>\\</c> a backslash.</summary>
internal static class Wildcards
{
    public static bool Match(string pattern, string text)
    {
        // Where the last star stood, and how much of the text it covers so far.
        var (star, covered) = (-1, 0);
        var (p, t) = (0, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, covered) = (p++, t);
            }
            else if (p < pattern.Length && Literal(pattern, p) is var (character, width) && character == text[t])
            {
                (p, t) = (p + width, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++covered);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static (char Character, int Width) Literal(string pattern, int at) =>
        pattern[at] == '\\' && at + 1 < pattern.Length ? (pattern[at + 1], 2) : (pattern[at], 1);
}
