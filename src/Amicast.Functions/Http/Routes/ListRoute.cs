using System.Globalization;
using Amicast.Functions.Http.Answers;
using Amicast.Functions.Http.Refusals;
using Amicast.Requests;
using Amicast.Runs;

namespace Amicast.Functions.Http.Routes;

/// <summary>Lists runs, page by page.</summary>
internal sealed class ListRoute(RunControl runs) : Route("GET", "/distributions")
{
    private const string MaxResults = "maxResults";
    private const string NextToken = "nextToken";
    private const string Status = "status";
    private const int Usual = 100;
    private const int Most = 1000;
    private static readonly string[] Statuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"];

    internal override IReadOnlyList<string> Parameters => [MaxResults, NextToken, Status];

    internal override async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation)
    {
        var query = QueryString.Read(request.Query, Parameters);
        var problems = new List<Problem>();
        var most = MostOf(query.GetValueOrDefault(MaxResults), problems);
        var status = query.GetValueOrDefault(Status);
        if (status is not null && !Statuses.Contains(status))
        {
            problems.Add(new Problem("?status", "UnknownStatus", $"'{status}' is not a status", $"use {string.Join(", ", Statuses)}"));
        }

        if (problems.Count > 0)
        {
            throw Refused.InvalidQuery(problems);
        }

        var page = await PageAsync(status, most, query.GetValueOrDefault(NextToken));
        return ApiResponse.Of(200, RunList.Of(page, request.Root, Others(query)), HttpDocuments.Json.RunList);
    }

    private async Task<RunPage> PageAsync(string? status, int most, string? token)
    {
        try
        {
            return await runs.ListAsync(status, most, token);
        }
        catch (StepFunctionsException error) when (error.Code == "InvalidToken")
        {
            throw Refused.InvalidQuery([new Problem("?nextToken", "InvalidToken", "the token is none of a page of this list, or more than 24 hours old", "begin again without it")]);
        }
    }

    private static int MostOf(string? text, List<Problem> problems)
    {
        if (text is null)
        {
            return Usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= Most)
        {
            return most;
        }

        problems.Add(new Problem("?maxResults", "OutOfRange", $"'{text}' is not a number from 1 to {Most}", "give one, or leave it out for 100"));
        return Usual;
    }

    private static string Others(IReadOnlyDictionary<string, string> query) =>
        string.Join('&', query.Where(one => one.Key != NextToken).Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));
}
