namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Filter values: <c>*</c> stands for any characters, <c>?</c> for one, and a backslash takes the next character as it is.</summary>
internal static class Wildcard
{
    internal static bool Matches(string pattern, string text)
    {
        if (!pattern.AsSpan().ContainsAny('*', '?', '\\'))
        {
            return pattern == text;
        }

        var (p, t) = (0, 0);

        // Where to go on after a mismatch: behind the last star, with one more character given to it.
        var (star, retry) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry) = (p++, t);
            }
            else if (MatchesOne(pattern, ref p, text[t]))
            {
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static bool MatchesOne(string pattern, ref int at, char character)
    {
        if (at >= pattern.Length)
        {
            return false;
        }

        var escaped = pattern[at] == '\\' && at + 1 < pattern.Length;
        var expected = pattern[escaped ? at + 1 : at];
        if (expected != character && (escaped || expected != '?'))
        {
            return false;
        }

        at += escaped ? 2 : 1;
        return true;
    }
}
