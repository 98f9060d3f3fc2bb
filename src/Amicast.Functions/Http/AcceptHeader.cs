using System.Net.Http.Headers;

namespace Amicast.Functions.Http;

/// <summary>Whether a client takes JSON (RFC 9110, 12.5.1).</summary>
internal static class AcceptHeader
{
    // The most specific range decides: application/json before application/* before */*.
    private static readonly string[] Ranges = [ApiResponse.Json, "application/*", "*/*"];

    /// <summary>Whether <paramref name="accept"/> allows <c>application/json</c>. What cannot be read is not held against the client.</summary>
    internal static bool AllowsJson(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
        {
            return true;
        }

        var accepted = new List<MediaTypeWithQualityHeaderValue>();
        foreach (var range in accept.Split(','))
        {
            if (!MediaTypeWithQualityHeaderValue.TryParse(range, out var read))
            {
                return true;
            }

            accepted.Add(read);
        }

        var deciding = Ranges.Select(range => accepted.Find(one => string.Equals(one.MediaType, range, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(one => one is not null);
        return deciding is { Quality: not 0 };
    }
}
