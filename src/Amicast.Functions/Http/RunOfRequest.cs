namespace Amicast.Functions.Http;

/// <summary>The id of a run whose request names none.</summary>
internal static class RunOfRequest
{
    // Room for the most that a run id may have.
    private const int MostOfId = 60;

    /// <summary><c>api-</c> and the id of the HTTP request. A client that repeats its request gets another id there, so it should name its run itself.</summary>
    /// <remarks>Only letters, digits and '_': a run id may not end as the names of a run's later executions do, in '--' and digits.</remarks>
    internal static string Name(string requestId) =>
        $"api-{string.Concat(requestId.Take(MostOfId).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}";
}
