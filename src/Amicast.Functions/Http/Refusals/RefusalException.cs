using Amicast.Plans;
using Amicast.Requests;

namespace Amicast.Functions.Http.Refusals;

/// <summary>The API refuses a request.</summary>
/// <param name="kind">The kind of refusal.</param>
/// <param name="detail">What happened this time, and what to do.</param>
internal sealed class RefusalException(ProblemKind kind, string detail) : Exception(detail)
{
    internal const string ContentType = "application/problem+json";

    internal ProblemKind Kind => kind;

    /// <summary>What is wrong with the body or the query.</summary>
    internal IReadOnlyList<Problem>? Problems { get; init; }

    internal IReadOnlyList<Warning>? Warnings { get; init; }

    /// <summary>A header that the status asks for, such as <c>Allow</c>.</summary>
    internal KeyValuePair<string, string>? Header { get; init; }

    internal ApiResponse ToResponse(string requestId)
    {
        var document = new ProblemDocument(kind.Type, kind.Title, kind.Status, Message, $"urn:amicast:request:{Uri.EscapeDataString(requestId)}", Problems, Warnings);
        var response = ApiResponse.Of(kind.Status, document, HttpDocuments.Json.ProblemDocument) with { ContentType = ContentType };
        return Header is { } header ? response.With(header.Key, header.Value) : response;
    }
}
