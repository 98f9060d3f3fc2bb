namespace Amicast.Functions.Http;

/// <summary>A request to the API, whatever carried it.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Root">What stands before the API's own paths: empty, or the stage, such as <c>/live</c>.</param>
/// <param name="Segments">The path below it, decoded, without a trailing slash: <c>["distributions", "web-1"]</c>.</param>
/// <param name="Query">The query as it was written.</param>
/// <param name="Headers">The headers, by any case of their names.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="RequestId">The id that API Gateway gave the request.</param>
internal sealed record ApiRequest(
    string Method,
    string Root,
    IReadOnlyList<string> Segments,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body,
    string RequestId)
{
    /// <summary>The run that the path names; empty where it names none.</summary>
    internal string Run => Segments.Count > 1 ? Segments[1] : "";

    internal string? Header(string name) => Headers.GetValueOrDefault(name);
}
