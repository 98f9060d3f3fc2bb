using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>A run's id: its idempotency key, the tag <c>amicast:run</c>, and the name of its first execution.</summary>
public static partial class RunId
{
    internal const string Remedy = "use 1 to 64 letters, digits, '_' and '-', and no '--' with digits at the end, which names a run's later executions";

    /// <summary>Whether <paramref name="text"/> is a run id: 1 to 64 letters, digits, '_' and '-', not ending in <c>--</c> and digits, which name a run's later executions.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"^(?!.*--[0-9]+\z)[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
