using System.Globalization;
using System.Text;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.Execution;

/// <summary>Pages and their tokens. A token is good for what it was given for only, and new entries do not disturb it.</summary>
internal static class Paging
{
    private const int DefaultSize = 100;
    private const int MostResults = 1000;

    public static int PageSize(int maxResults) => maxResults switch
    {
        0 => DefaultSize,
        < 0 => throw OutOfRange(maxResults, nameof(maxResults), "Member must have value greater than or equal to 0"),
        > MostResults => throw OutOfRange(maxResults, nameof(maxResults), $"Member must have value less than or equal to {MostResults}"),
        _ => maxResults,
    };

    public static HistoryPage PageOf(RunningExecution execution, int pageSize, bool reverseOrder, string? token)
    {
        var events = execution.History.Events;
        var scope = execution.Arn + (reverseOrder ? " reverse" : "");
        var step = reverseOrder ? -1 : 1;
        var at = Start(token, scope, reverseOrder ? events.Count - 1 : 0, events.Count);
        var page = new List<HistoryEvent>();
        for (; at >= 0 && at < events.Count && page.Count < pageSize; at += step)
        {
            page.Add(events[at]);
        }

        return new HistoryPage(page, at >= 0 && at < events.Count ? Token(scope, at) : null);
    }

    public static string Token(string scope, int at) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{at} {scope}"));

    /// <summary>Where the page of <paramref name="token"/> starts.</summary>
    /// <exception cref="StepFunctionsException">InvalidToken.</exception>
    public static int Start(string? token, string scope, int first, int count)
    {
        if (token is null)
        {
            return first;
        }

        var buffer = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : "";
        var parts = text.Split(' ', 2);
        return parts.Length == 2 && parts[1] == scope && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < count
            ? at
            : throw new StepFunctionsException("InvalidToken", $"Invalid Token: '{token}'");
    }

    public static StepFunctionsException OutOfRange(object value, string member, string constraint) => new(
        "ValidationException", $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
}
