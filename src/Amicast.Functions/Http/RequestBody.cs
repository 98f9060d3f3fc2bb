using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amicast.Functions.Http.Refusals;
using Amicast.Requests;

namespace Amicast.Functions.Http;

/// <summary>A request document that came as a body.</summary>
/// <param name="Document">The document.</param>
/// <param name="Text">The same as it was written.</param>
internal sealed record RequestBody(JsonElement Document, string Text)
{
    /// <summary>The most that a document may have. An execution takes 256 KiB of input; the rest is for what the flow puts beside it.</summary>
    internal const int MostBytes = 240 * 1024;

    /// <summary>The body of <paramref name="request"/>; <see langword="null"/> where it has none.</summary>
    /// <exception cref="RefusalException">400, 413 or 415: it is no document.</exception>
    internal static RequestBody? Read(ApiRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return null;
        }

        if (request.Header("content-type") is { } contentType && !IsJson(contentType))
        {
            throw Refused.WrongMediaType(contentType);
        }

        if (request.Body.Length > MostBytes)
        {
            throw Refused.BodyTooLarge(request.Body.Length);
        }

        var (document, problem) = RequestDocument.Parse(request.Body.Span);
        return document is { } read ? new RequestBody(read, Encoding.UTF8.GetString(request.Body.Span)) : throw Refused.InvalidJson(problem!);
    }

    /// <summary>The run that the document names, or <paramref name="otherwise"/>.</summary>
    internal string RunOr(string otherwise) => RequestDocument.RunOf(Document) ?? otherwise;

    /// <exception cref="RefusalException">422: something in the document is wrong by itself, or it is another run's.</exception>
    internal void Check(string? run = null)
    {
        var problems = RequestDocument.Check(Document);
        if (run is not null && RequestDocument.RunOf(Document) is { } named && named != run)
        {
            problems = [new Problem("$.run", "RunIsNotExecution", $"the request names run '{named}', the path names '{run}'", "name the path's run, or leave 'run' out"), .. problems];
        }

        if (problems.Count > 0)
        {
            throw Refused.InvalidRequest(problems);
        }
    }

    // RFC 8259 has no charset for JSON; one that says what is so does no harm.
    private static bool IsJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && string.Equals(type.MediaType, ApiResponse.Json, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
