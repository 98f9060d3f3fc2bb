namespace Amicast.Simulator.Iam.Policies;

/// <summary>The ARNs of conditions: each of the six components is compared by itself, with its own wildcards.</summary>
internal static class ArnPattern
{
    private const int Components = 6;

    internal static ConditionTest? Read(string text)
    {
        var parts = Split(text);
        if (parts.Length != Components)
        {
            return text == "*" ? static (_, _) => true : null;
        }

        Pattern[] patterns = [.. parts.Select(PatternReader.Like)];
        return (actual, context) => Split(actual) is { Length: Components } there && patterns.Zip(there).All(pair => pair.First.Matches(pair.Second, context));
    }

    // The colons of a variable's name divide nothing.
    private static string[] Split(string arn)
    {
        var parts = new List<string>();
        var (from, depth) = (0, 0);
        for (var i = 0; i < arn.Length && parts.Count < Components - 1; i++)
        {
            depth += arn[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (arn[i] == ':' && depth == 0)
            {
                parts.Add(arn[from..i]);
                from = i + 1;
            }
        }

        return [.. parts, arn[from..]];
    }
}
