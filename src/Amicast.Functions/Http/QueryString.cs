using Amicast.Functions.Http.Refusals;
using Amicast.Requests;

namespace Amicast.Functions.Http;

/// <summary>The parameters of a query.</summary>
internal static class QueryString
{
    /// <summary>Reads a query whose parameters are all known and stand once.</summary>
    /// <exception cref="RefusalException">400: they are not, or do not.</exception>
    internal static IReadOnlyDictionary<string, string> Read(string query, IReadOnlyList<string> known)
    {
        var parameters = new Dictionary<string, string>();
        var problems = new List<Problem>();
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (Decoded(left), Decoded(right)) : (Decoded(part), "");
            if (!known.Contains(name))
            {
                problems.Add(new Problem(
                    $"?{name}", "UnknownParameter", $"'{name}' is not a parameter of this route", known.Count == 0 ? "leave it out: there are none" : $"use {string.Join(", ", known)}"));
            }
            else if (!parameters.TryAdd(name, value))
            {
                problems.Add(new Problem($"?{name}", "DuplicateParameter", $"'{name}' stands twice", "write it once"));
            }
        }

        return problems.Count == 0 ? parameters : throw Refused.InvalidQuery(problems);
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
