using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>An image name with tokens: <c>{date}</c>, <c>{date:yyyyMMdd}</c>, <c>{time:HHmm}</c>, <c>{run}</c>, <c>{instanceId}</c>, <c>{tag:Name}</c>.</summary>
/// <remarks>The date is the request's <c>scheduledTime</c> or the execution's start, never "now": a step that is run again gives the same name.</remarks>
internal static partial class NameTemplate
{
    /// <summary>The most characters that EC2 allows.</summary>
    internal const int Longest = 128;
    private const int Shortest = 3;
    private static readonly string[] Tokens = ["date", "time", "run", "instanceId", "tag"];

    /// <summary>What tokens stand for.</summary>
    internal sealed record Values(DateTimeOffset Time, string Run, string? InstanceId, IReadOnlyDictionary<string, string> Tags);

    /// <summary>Finds what is wrong with the template before anything is known of the source.</summary>
    internal static void Check(string template, string path, List<Problem> problems)
    {
        foreach (Match token in Token().Matches(template))
        {
            var name = token.Groups["name"].Value;
            if (!Tokens.Contains(name))
            {
                problems.Add(new Problem(path, "UnknownToken", $"'{token.Value}' is not a name token", Nearest.Remedy(name, Tokens)));
            }
            else if (name is "date" or "time" && !TryFormat(DateTimeOffset.UnixEpoch, token))
            {
                problems.Add(new Problem(path, "InvalidTokenFormat", $"'{token.Value}' is not a date format", "write it like {date:yyyyMMdd} or {time:HHmm}"));
            }
        }

        if (Token().Replace(template, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            problems.Add(new Problem(path, "InvalidName", $"'{template}' has a brace that belongs to no token", "tokens look like {date:yyyyMMdd} or {tag:Name}"));
        }
    }

    /// <summary>The name, or none, with the problem noted.</summary>
    internal static string? Expand(string template, Values values, string path, List<Problem> problems)
    {
        var missing = new List<string>();
        var name = Token().Replace(template, token => ValueOf(token, values, missing));
        if (missing.Count > 0)
        {
            problems.Add(new Problem(path, "UnknownTag", $"the source has no {string.Join(", ", missing)}", "tag the source, or take the token out"));
            return null;
        }

        if (name.Length is >= Shortest and <= Longest && AllowedName().IsMatch(name))
        {
            return name;
        }

        problems.Add(new Problem(path, "InvalidName", $"'{name}' is not an image name", $"EC2 allows {Shortest} to {Longest} letters, digits, spaces and ()[]./-'@_"));
        return null;
    }

    private static string ValueOf(Match token, Values values, List<string> missing)
    {
        var argument = token.Groups["argument"].Value;
        switch (token.Groups["name"].Value)
        {
            case "date":
            case "time":
                return values.Time.UtcDateTime.ToString(Format(token));
            case "run":
                return values.Run;
            case "instanceId" when values.InstanceId is not null:
                return values.InstanceId;
            case "instanceId":
                missing.Add("instance id");
                return "";
            case "tag" when values.Tags.TryGetValue(argument, out var value):
                return value;
            default:
                missing.Add($"tag '{argument}'");
                return "";
        }
    }

    private static bool TryFormat(DateTimeOffset time, Match token)
    {
        try
        {
            return time.UtcDateTime.ToString(Format(token)).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Format(Match token)
    {
        var otherwise = token.Groups["name"].Value == "date" ? "yyyyMMdd" : "HHmm";
        // A single letter would be a standard format with slashes and colons in it.
        return token.Groups["argument"] is { Success: true, Length: > 0 } argument ? (argument.Length == 1 ? "%" : "") + argument.Value : otherwise;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)(:(?<argument>[^{}]*))?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[A-Za-z0-9()\[\] ./\-'@_]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllowedName();
}
