using System.Text;

namespace Amicast.Local.Tests.Http;

/// <summary>A call of the API, and what it is an example of.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path and query.</param>
/// <param name="Body">The body, if there is one.</param>
/// <param name="ContentType">Its type; null: none is said.</param>
/// <param name="Accept">What is accepted; null: nothing is said.</param>
internal sealed record ApiCall(string Name, string Method, string Path, string? Body = null, string? ContentType = "application/json", string? Accept = null)
{
    /// <summary>The call as bytes, where the body is none of a text.</summary>
    internal byte[]? Bytes { get; init; }

    internal HttpRequestMessage ToRequest(Uri? host = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), host is null ? new Uri($"http://amicast.local{Path}") : new Uri(host, Path));
        if ((Bytes ?? (Body is null ? null : Encoding.UTF8.GetBytes(Body))) is { } bytes)
        {
            request.Content = new ByteArrayContent(bytes);
            if (ContentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        if (Accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", Accept);
        }

        return request;
    }
}

/// <summary>What came of a call.</summary>
internal sealed record ApiAnswer(ApiCall Call, int Status, IReadOnlyList<string> Headers, string Body)
{
    // Kestrel's own, and what differs from request to request.
    private static readonly string[] LeftOut = ["Date", "Content-Length", "Connection", "apigw-requestid"];

    internal static async Task<ApiAnswer> ReadAsync(ApiCall call, HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(header => !LeftOut.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new ApiAnswer(call, (int)response.StatusCode, [.. headers.Order(StringComparer.Ordinal)], await response.Content.ReadAsStringAsync());
    }

    /// <summary>The call and its answer, as a person would read them off the wire.</summary>
    public override string ToString()
    {
        var body = Call.Body is { Length: < 400 } text ? $"\n> {text.ReplaceLineEndings(" ")}" : Call.Body is not null || Call.Bytes is not null ? "\n> …" : "";
        return $"# {Call.Name}\n> {Call.Method} {Call.Path}{body}\n< {Status}\n{string.Concat(Headers.Select(header => $"< {header}\n"))}{(Body.Length > 0 ? $"< {Body}\n" : "")}\n";
    }
}
