using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Amicast.Functions.Http;

/// <summary>An answer of the API, whatever carries it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">What the body is; <see langword="null"/> where there is none.</param>
/// <param name="Body">The body.</param>
internal sealed record ApiResponse(int Status, string? ContentType = null, string Body = "")
{
    internal const string Json = "application/json";

    /// <summary>Headers besides the content type.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The run that was dealt with, for the log.</summary>
    internal string? Run { get; init; }

    /// <summary>What went wrong inside, for the log alone.</summary>
    internal Exception? Failure { get; init; }

    internal static ApiResponse Of<T>(int status, T document, JsonTypeInfo<T> type) => new(status, Json, JsonSerializer.Serialize(document, type));

    internal ApiResponse With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
