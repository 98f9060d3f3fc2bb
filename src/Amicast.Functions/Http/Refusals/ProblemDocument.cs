using System.Text.Json.Serialization;
using Amicast.Plans;
using Amicast.Requests;

namespace Amicast.Functions.Http.Refusals;

/// <summary>An error as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Type">Its kind: <c>urn:amicast:problem:…</c>.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status code, once more.</param>
/// <param name="Detail">What happened this time, and what to do.</param>
/// <param name="Instance">The request that it happened to: <c>urn:amicast:request:…</c>, with the id that stands in the logs.</param>
/// <param name="Problems">Everything that is wrong with the body or the query; absent where that is not the matter.</param>
/// <param name="Warnings">What else a plan has to say; absent where there is none.</param>
internal sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Problem>? Problems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Warning>? Warnings);
